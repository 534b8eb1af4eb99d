import type { Writable } from "node:stream";
import { printable } from "../records/printable.ts";
import { displayWidth } from "../stages/report/displayWidth.ts";

/** stdout or stderr, as far as commands need it: a terminal or not. */
export type OutputStream = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** How much a command says on stderr. */
export type Loudness = "quiet" | "normal" | "verbose";

/**
 * stderr, for people: notes, errors and one progress line. stdout is for records and the report only. Whatever servers sent is
 * made harmless in here.
 */
export class Terminal {
  readonly #command: string;
  readonly #stream: OutputStream;
  #loudness: Loudness = "normal";
  #status = "";

  constructor(command: string, stream: OutputStream) {
    this.#command = command;
    this.#stream = stream;
    // Nobody reads stderr any more: no reason to stop working.
    stream.on("error", () => {});
  }

  set loudness(loudness: Loudness) {
    this.#loudness = loudness;
  }

  get isTerminal(): boolean {
    return this.#stream.isTTY === true;
  }

  /** Terminals that nobody has told their size say 0. */
  get columns(): number {
    return this.#stream.columns || 80;
  }

  /** Something to know. Not with -q. */
  note(message: string): void {
    if (this.#loudness !== "quiet") this.#line(`${this.#command}: ${printable(message)}`);
  }

  /** Something for those who look closely: only with -v. */
  detail(message: string): void {
    if (this.#loudness === "verbose") this.#line(`${this.#command}: ${printable(message)}`);
  }

  /** Why nothing was done. Always said. `message` may have several lines, which begin with a place or the command's name. */
  error(message: string): void {
    for (const line of message.split("\n")) this.#line(printable(line));
  }

  /** The progress line, drawn over the one before; "" takes it away. */
  status(text: string): void {
    if (!this.isTerminal || this.#loudness === "quiet" || text === this.#status) return;
    this.#stream.write(`\r\x1b[K${cutTo(this.columns - 1, printable(text))}`);
    this.#status = text;
  }

  #line(text: string): void {
    const status = this.#status;
    if (status !== "") this.status("");
    this.#stream.write(`${text}\n`);
    if (status !== "") this.status(status);
  }
}

/** A line that wraps can't be drawn over. */
function cutTo(columns: number, text: string): string {
  let shown = text.slice(0, columns);
  while (displayWidth(shown) > columns) shown = shown.slice(0, -1);
  return shown;
}
