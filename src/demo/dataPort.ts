import { createServer, type Server, type Socket } from "node:net";
import { listenOnLoopback } from "./loopback.ts";

/** How long a client may take to open the data connection that it asked for. */
const CONNECT_WAIT_MS = 10_000;

/** How long a client may stop reading before its transfer is given up. */
const STALL_MS = 30_000;

/** A passive port (RFC 959 3.2, RFC 2428 3): it takes one data connection and sends one file or listing over it. */
export class DataPort {
  readonly port: number;
  /** It is good for one transfer. After it the connection stays until the client or `close` ends it. */
  used = false;
  readonly #listener: Server;
  readonly #arrived: Promise<Socket | undefined>;
  /** The listener's "close": it comes when its connection is closed too. */
  readonly #closed: Promise<void>;
  #socket: Socket | undefined;

  private constructor(listener: Server, port: number) {
    this.#listener = listener;
    this.port = port;
    this.#closed = new Promise((resolve) => {
      listener.once("close", resolve);
    });
    this.#arrived = new Promise((resolve) => {
      listener.once("connection", (socket) => resolve(this.#take(socket)));
      listener.once("close", () => resolve(undefined));
    });
  }

  static async open(): Promise<DataPort> {
    const listener = createServer();
    return new DataPort(listener, await listenOnLoopback(listener));
  }

  /** Whether the client has opened its connection. False when it takes too long, or the port is closed in between. */
  async connected(): Promise<boolean> {
    const late = setTimeout(() => this.#listener.close(), CONNECT_WAIT_MS);
    const socket = await this.#arrived;
    clearTimeout(late);
    return socket !== undefined;
  }

  /** Sends the bytes and the end. False when the client went away or stopped reading. */
  async send(bytes: Uint8Array): Promise<boolean> {
    this.used = true;
    const socket = await this.#arrived;
    if (socket === undefined || socket.destroyed) return false;
    return new Promise((resolve) => {
      // "close" also follows "finish"; the first of the two decides.
      socket.once("close", () => resolve(false));
      socket.end(bytes, () => resolve(socket.writableFinished));
    });
  }

  /** Ends the connection, if there is one, and gives the port back. */
  async close(): Promise<void> {
    this.#socket?.destroy();
    this.#listener.close();
    await this.#closed;
  }

  #take(socket: Socket): Socket {
    this.#socket = socket;
    this.#listener.close();
    // What went wrong is told by "close"; bytes that a client sends are of no interest, but reading them shows its end.
    socket.on("error", () => {});
    socket.resume();
    socket.setTimeout(STALL_MS, () => socket.destroy());
    return socket;
  }
}
