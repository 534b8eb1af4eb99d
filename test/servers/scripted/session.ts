import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { TLSSocket, type TLSSocketOptions } from "node:tls";
import { type DataConnection, type DataListener, listenForData } from "./dataConnection.ts";
import type { Handler, Script } from "./script.ts";
import { resolvePath, type ScriptedTree } from "./tree.ts";

/** Long enough for a client to read the piece before as a TCP segment of its own, on a busy machine too. */
const BETWEEN_PIECES_MS = 20;

/** What a session needs to know of its server. */
export interface SessionSetup {
  readonly host: string;
  readonly script: Script;
  readonly tree: ScriptedTree;
  readonly tls: TLSSocketOptions;
  readonly commands: Readonly<Record<string, Handler>>;
  /** What comes before the first command is read. */
  greet(session: ScriptedSession): Promise<void>;
  /** How many times all clients together have sent a command, this time included. */
  count(command: string): number;
  /** Notes a command in the transcript. */
  received(connection: number, line: string): void;
  /** A handler threw: a mistake in a test, or an expectation that does not hold. */
  failed(error: unknown): void;
}

/** One control connection of a scripted server, and what a test's handlers do with it. */
export class ScriptedSession {
  /** From 1, in the order in which clients connected. */
  readonly connection: number;
  readonly script: Script;
  readonly tree: ScriptedTree;
  user = "";
  loggedIn = false;
  folder = "/";
  /** Set by REST; where the next RETR begins. */
  restart = 0;
  /** PROT P holds. */
  dataTls: boolean;
  /** Whether the control connection is under TLS. */
  secure = false;
  readonly #setup: SessionSetup;
  readonly #plain: Socket;
  #socket: Socket;
  #unread = "";
  #waiting: Promise<void>;
  /** Where the next transfer's data connection is awaited. */
  #listener: DataListener | undefined;
  /** Those not over yet. */
  readonly #listeners = new Set<DataListener>();
  #current: { readonly command: string; readonly argument: string } = { command: "", argument: "" };

  constructor(connection: number, socket: Socket, setup: SessionSetup) {
    this.connection = connection;
    this.script = setup.script;
    this.tree = setup.tree;
    this.dataTls = setup.script.tls === "implicit";
    this.#setup = setup;
    this.#plain = socket;
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("error", () => {}); // clients reset connections
    socket.once("close", () => {
      for (const listener of this.#listeners) listener.close();
    });
    if (setup.script.tls === "implicit") this.startTls();
    else this.#read();
    this.#waiting = setup.greet(this);
  }

  /** Sends one reply; several lines are sent as they are, in one piece. A 230 is what logs in. */
  reply(...lines: string[]): void {
    if (lines[0]?.startsWith("230")) this.loggedIn = true;
    this.#write(`${lines.join("\r\n")}\r\n`);
  }

  /** Sends bytes as they are, each piece as a TCP segment of its own. */
  async raw(...pieces: (string | Uint8Array)[]): Promise<void> {
    for (const piece of pieces) {
      this.#write(piece);
      await wait(BETWEEN_PIECES_MS);
    }
  }

  /** Does what the server does without a script, for the command in hand; with another argument if one is given. */
  async proceed(argument: string = this.#current.argument): Promise<void> {
    const usual = this.#setup.commands[this.#current.command];
    if (usual === undefined) this.reply("502 Command not implemented.");
    else await usual(this, argument);
  }

  /** How many times all clients together have sent the command in hand (or another one), this time included. */
  count(command: string = this.#current.command): number {
    return this.#setup.count(command);
  }

  /** Listens for a data connection, in place of the one before; the port. */
  async listen(): Promise<number> {
    this.#listener?.close();
    const listener = await listenForData(this.#setup.host);
    this.#listener = listener;
    this.#listeners.add(listener);
    if (this.#plain.destroyed) listener.close();
    return listener.port;
  }

  /** Whether PASV or EPSV came before. */
  get listening(): boolean {
    return this.#listener !== undefined;
  }

  /** Waits for the client's data connection. */
  async openData(): Promise<DataConnection> {
    if (this.#listener === undefined) throw new Error("a data connection is wanted before PASV or EPSV");
    const listener = this.#listener;
    this.#listener = undefined;
    const data = await listener.accept(this.dataTls ? this.#setup.tls : undefined);
    void data.gone().then(() => this.#listeners.delete(listener));
    return data;
  }

  /** The absolute path that an argument means. */
  path(argument: string): string {
    return resolvePath(this.folder, argument);
  }

  /** Waits until the control connection is over: `await session.gone()` alone is a server that fell silent. */
  async gone(): Promise<void> {
    if (!this.#plain.closed) await new Promise((closed) => this.#plain.once("close", closed));
  }

  /** Ends the control connection in order, after what was written. */
  close(): void {
    this.#socket.end();
  }

  /** Ends it with a TCP reset. */
  reset(): void {
    this.#plain.resetAndDestroy();
  }

  /** Goes on under TLS (RFC 4217); what was sent in the clear behind AUTH is dropped. */
  startTls(): void {
    this.#plain.removeAllListeners("data");
    this.#unread = "";
    this.#socket = new TLSSocket(this.#plain, this.#setup.tls);
    this.#socket.on("error", () => this.#plain.destroy());
    this.secure = true;
    this.#read();
  }

  #write(bytes: string | Uint8Array): void {
    if (!this.#socket.writable) return;
    this.#socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  }

  #read(): void {
    this.#socket.on("data", (bytes: Buffer) => {
      this.#unread += bytes.toString("latin1");
      for (let end = this.#unread.indexOf("\n"); end >= 0; end = this.#unread.indexOf("\n")) {
        const line = this.#unread.slice(0, end).replace(/\r$/, "");
        this.#unread = this.#unread.slice(end + 1);
        this.#waiting = this.#waiting.then(() => this.#handle(line));
      }
    });
  }

  async #handle(line: string): Promise<void> {
    if (this.#plain.destroyed) return;
    const [, word = "", argument = ""] = /^(\S*) ?(.*)$/s.exec(line) ?? [];
    const command = word.toUpperCase();
    this.#setup.received(this.connection, line);
    this.#current = { command, argument };
    const scripted = this.script.on?.[command];
    try {
      if (typeof scripted === "string") this.reply(scripted);
      else if (scripted !== undefined) await scripted(this, argument);
      else await this.proceed();
    } catch (error) {
      if (!this.#plain.destroyed) this.#setup.failed(error); // else the client left in the middle
      this.#plain.destroy();
    }
  }
}
