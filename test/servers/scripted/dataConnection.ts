import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { TLSSocket, type TLSSocketOptions } from "node:tls";

/** A listener for one data connection. */
export interface DataListener {
  readonly port: number;
  /** The client's connection, also when it came before it was asked for. Rejects when the listener is closed first. */
  accept(tls: TLSSocketOptions | undefined): Promise<DataConnection>;
  close(): void;
}

export async function listenForData(host: string): Promise<DataListener> {
  const server = createServer({ pauseOnConnect: true });
  let socket: Socket | undefined;
  const connected = new Promise<Socket>((resolve, reject) => {
    server.once("connection", (one) => {
      socket = one;
      one.on("error", () => {}); // clients reset connections
      one.setNoDelay(true);
      server.close();
      resolve(one);
    });
    server.once("close", () => reject(new Error("the data listener was closed")));
  });
  connected.catch(() => {}); // nobody may ask for it
  await once(server.listen(0, host), "listening");
  return {
    port: portOf(server),
    accept: async (tls) => new DataConnection(await connected, tls),
    close() {
      server.close();
      socket?.destroy();
    },
  };
}

/** The server's end of a data connection. */
export class DataConnection {
  readonly #socket: Socket;
  /** The one below TLS: only that can be reset. */
  readonly #plain: Socket;

  constructor(plain: Socket, tls: TLSSocketOptions | undefined) {
    this.#plain = plain;
    this.#socket = tls === undefined ? plain : new TLSSocket(plain, tls);
    this.#socket.on("error", () => {}); // clients reset connections
    this.#socket.resume();
  }

  /** Sends bytes (text is latin1) and waits until the system has taken them; quietly does nothing when the client has left. */
  async send(bytes: string | Uint8Array): Promise<void> {
    if (this.#socket.destroyed) return;
    const content = typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes;
    await new Promise<void>((done) => {
      this.#socket.once("close", done);
      this.#socket.write(content, () => {
        this.#socket.off("close", done);
        done();
      });
    });
  }

  /** Ends it in order: to an FTP client that is the end of the file, whether all was sent or not. */
  async end(): Promise<void> {
    this.#socket.end();
    await this.gone();
  }

  /** Ends it with a TCP reset: bytes under way are lost. */
  reset(): void {
    this.#plain.resetAndDestroy();
  }

  /** Waits until the connection is over, as after the client has left it: `await data.gone()` alone is a stall. */
  async gone(): Promise<void> {
    // Not node:events' once: that rejects when the client resets the connection.
    if (!this.#socket.closed) await new Promise((closed) => this.#socket.once("close", closed));
  }
}

export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server does not listen on a port");
  return address.port;
}
