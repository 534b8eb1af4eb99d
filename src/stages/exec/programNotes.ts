import type { Readable } from "node:stream";
import type { Command } from "../../config/commandKind.ts";
import { printable } from "../../records/printable.ts";
import { LineCutter } from "./lineCutter.ts";
import { shownProgram } from "./shownCommand.ts";

/** Enough to see what is wrong. A program that complains of each record must not fill the terminal. */
const MOST_LINES = 100;

/** Hands on to people what programs say on stderr, the first lines of it. */
export class ProgramNotes {
  readonly #program: string;
  readonly #note: (message: string) => void;
  #lines = 0;

  constructor(command: Command, note: (message: string) => void) {
    this.#program = shownProgram(command);
    this.#note = note;
  }

  /** Listens to one program. Returns what gives the last line that it said, "" if none. */
  listen(stream: Readable | null): () => string {
    let last = "";
    const cutter = new LineCutter();
    const tell = (lines: readonly string[]) => {
      for (const line of lines) {
        last = printable(line);
        this.#tell(last);
      }
    };
    stream?.setEncoding("utf8");
    stream?.on("data", (text: string) => tell(cutter.push(text)));
    stream?.on("end", () => tell(cutter.end()));
    return () => last;
  }

  #tell(line: string): void {
    this.#lines++;
    if (this.#lines <= MOST_LINES) this.#note(`${this.#program}: ${line}`);
    else if (this.#lines === MOST_LINES + 1) this.#note(`${this.#program}: … (it says more, which is not shown)`);
  }
}
