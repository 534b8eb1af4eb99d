import { connect, type Socket } from "node:net";
import { vi } from "vitest";
import { PATIENCE } from "../patience.ts";

/** A client that understands nothing: it shows the bytes that came, as latin1. */
export class PlainClient implements Disposable {
  readonly socket: Socket;
  /** What came at one time: in this process, mostly a TCP segment. */
  readonly pieces: string[] = [];
  /** How the connection ended: in order, or by a reset; undefined while it lasts. */
  ended: "in order" | "reset" | undefined;

  constructor(port: number) {
    this.socket = connect(port, "127.0.0.1");
    this.socket.setNoDelay(true);
    this.socket.on("data", (bytes) => this.pieces.push(bytes.toString("latin1")));
    this.socket.on("error", () => {
      this.ended = "reset";
    });
    this.socket.on("end", () => {
      this.ended = "in order";
    });
  }

  get heard(): string {
    return this.pieces.join("");
  }

  /** All that came, as soon as it holds a text, after what came before `from` bytes. */
  async until(text: string, from = 0): Promise<string> {
    await vi.waitUntil(() => this.heard.includes(text, from), PATIENCE);
    return this.heard;
  }

  /** All that came, when it is over. */
  async all(): Promise<string> {
    await vi.waitUntil(() => this.ended !== undefined, PATIENCE);
    return this.heard;
  }

  /** Sends a command line; what came since, as soon as it holds a text. */
  async ask(line: string, text: string): Promise<string> {
    const from = this.heard.length;
    this.socket.write(`${line}\r\n`);
    return (await this.until(text, from)).slice(from);
  }

  /** Logs in. */
  async enter(): Promise<this> {
    await this.until("220 ");
    await this.ask("USER x", "331 ");
    await this.ask("PASS x", "230 ");
    return this;
  }

  /** A data connection where EPSV says. */
  async dataConnection(): Promise<PlainClient> {
    return new PlainClient(portIn(await this.ask("EPSV", "229 ")));
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

/** The port in EPSV's reply. */
export function portIn(reply: string): number {
  const port = /\|\|\|(\d+)\|/.exec(reply)?.[1];
  if (port === undefined) throw new Error(`no port: ${reply}`);
  return Number(port);
}
