import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { TLSSocket, type TLSSocketOptions } from "node:tls";
import { closed, pause, put } from "./sockets.ts";

/** A listener for one data connection. */
export interface DataListener {
  readonly port: number;
  /** Whether the client's connection is there now. */
  readonly open: boolean;
  /** The client's connection, also when it came before it was asked for. Rejects when the listener is closed first. */
  accept(tls: TLSSocketOptions | undefined): Promise<DataConnection>;
  close(): void;
  /** Waits until nothing is left of it. */
  gone(): Promise<void>;
}

/** @param refused called when the client connects, which then is reset */
export async function listenForData(host: string, refused?: () => void): Promise<DataListener> {
  const server = createServer({ pauseOnConnect: true });
  let socket: Socket | undefined;
  const over = new Promise<void>((done) => server.once("close", () => done()));
  const connected = new Promise<Socket>((resolve, reject) => {
    server.once("connection", (one) => {
      socket = one;
      one.on("error", () => {}); // clients reset connections
      one.setNoDelay(true);
      server.close();
      if (refused !== undefined) one.resetAndDestroy();
      refused?.();
      resolve(one);
    });
    void over.then(() => reject(new Error("the data listener was closed")));
  });
  connected.catch(() => {}); // nobody may ask for it
  await once(server.listen(0, host), "listening");
  return {
    port: portOf(server),
    get open() {
      return socket !== undefined && !socket.closed;
    },
    accept: async (tls) => new DataConnection(await connected, tls),
    close() {
      server.close();
      socket?.destroy();
    },
    gone: () => over,
  };
}

/** The server's end of a data connection. */
export class DataConnection {
  readonly #socket: Socket;
  /** The one below TLS: only that can be reset. */
  readonly #plain: Socket;
  readonly #ready: Promise<void>;
  #broken = false;

  constructor(plain: Socket, tls: TLSSocketOptions | undefined) {
    this.#plain = plain;
    this.#broken = plain.destroyed;
    this.#socket = tls === undefined ? plain : new TLSSocket(plain, tls);
    this.#ready = tls === undefined ? Promise.resolve() : handshaken(this.#socket);
    this.#socket.on("error", () => {
      this.#broken = true; // clients reset connections
    });
    this.#socket.resume();
  }

  /** The client has reset it, or was reset. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Sends bytes (text is latin1) and waits until the system has taken them; quietly does nothing when the client has left. */
  async send(bytes: string | Uint8Array): Promise<void> {
    await this.put(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  }

  /** The same; false when the client has left. */
  async put(bytes: Uint8Array): Promise<boolean> {
    return put(this.#socket, bytes);
  }

  /** Ends it in order: to an FTP client that is the end of the file, whether all was sent or not. */
  async end(): Promise<void> {
    await this.#ready; // an end before the handshake is none that a client takes for the end of an empty file
    this.#socket.end();
    await this.gone();
  }

  /** Ends it with a TCP reset: bytes under way are lost. */
  reset(): void {
    this.#plain.resetAndDestroy();
  }

  /** Waits for a time, or until the connection is over. */
  async pause(ms: number): Promise<void> {
    await pause(this.#plain, ms);
  }

  /** Waits until the connection is over, as after the client has left it: `await data.gone()` alone is a stall. */
  async gone(): Promise<void> {
    await closed(this.#socket);
  }
}

/** Waits for the end of the TLS handshake, or of the connection. */
async function handshaken(socket: Socket): Promise<void> {
  await new Promise<void>((done) => {
    socket.once("secure", done);
    socket.once("close", () => done());
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen on a port");
  return address.port;
}
