import { createServer, type Server, type Socket } from "node:net";
import { listenOnLoopback } from "./loopback.ts";

/** How long a client may take to open the data connection that it asked for. */
const CONNECT_WAIT_MS = 10_000;

/** How long a client may stop reading before its transfer is given up. */
const STALL_MS = 30_000;

/**
 * A passive port (RFC 959 3.2, RFC 2428 3), the same one for all transfers of a session: a port for each would, after some
 * ten thousand files, leave the system without free ones for a minute (TIME_WAIT).
 */
export class DataPort {
  readonly port: number;
  readonly #listener: Server;
  /** The listener's "close": it comes when its connections are closed too. */
  readonly #closed: Promise<void>;
  /** The expected connection, and what tells that it came, or that nobody waits for it any more. */
  #arrived: Promise<Socket | undefined> = Promise.resolve(undefined);
  #arrive: ((socket?: Socket) => void) | undefined;
  #socket: Socket | undefined;
  #used = true;

  private constructor(listener: Server, port: number) {
    this.#listener = listener;
    this.port = port;
    this.#closed = new Promise((resolve) => {
      listener.once("close", resolve);
    });
    listener.on("connection", (socket) => this.#take(socket));
  }

  static async open(): Promise<DataPort> {
    const listener = createServer();
    return new DataPort(listener, await listenOnLoopback(listener));
  }

  /** Whether a transfer has had the connection: it is good for one. It stays until the client, `expect` or `close` ends it. */
  get used(): boolean {
    return this.#used;
  }

  /** Takes one more connection, for the next transfer; the one before is ended. */
  expect(): void {
    this.#socket?.destroy();
    this.#socket = undefined;
    this.#arrive?.();
    this.#arrived = new Promise((resolve) => {
      this.#arrive = resolve;
    });
    this.#used = false;
  }

  /** Whether the client has opened its connection. False when it takes too long, or the port is closed in between. */
  async connected(): Promise<boolean> {
    const late = setTimeout(() => this.#giveUp(), CONNECT_WAIT_MS);
    const socket = await this.#arrived;
    clearTimeout(late);
    return socket !== undefined;
  }

  /** Sends the bytes and the end. False when the client went away or stopped reading. */
  async send(bytes: Uint8Array): Promise<boolean> {
    this.#used = true;
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
    this.#giveUp();
    this.#socket?.destroy();
    this.#listener.close();
    await this.#closed;
  }

  #giveUp(): void {
    this.#arrive?.();
    this.#arrive = undefined;
  }

  #take(socket: Socket): void {
    // What went wrong is told by "close"; bytes that a client sends are of no interest, but reading them shows its end.
    socket.on("error", () => {});
    if (this.#arrive === undefined) return void socket.destroy();
    this.#socket = socket;
    socket.resume();
    socket.setTimeout(STALL_MS, () => socket.destroy());
    this.#arrive(socket);
    this.#arrive = undefined;
  }
}
