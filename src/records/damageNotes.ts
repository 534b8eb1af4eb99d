import { counted } from "./counted.ts";

/** The first few lines show what is wrong with all of them: a picture in the place of records has a million. */
const MOST_LINES_TOLD = 10;

/** Tells people which lines of an input are no records: the first ones, and at its end how many more there are. */
export class DamageNotes {
  readonly #what: string;
  readonly #tell: (message: string) => void;
  #count = 0;

  /** `what`: the input's name, such as `the input`. */
  constructor(what: string, tell: (message: string) => void) {
    this.#what = what;
    this.#tell = tell;
  }

  /** Damaged lines so far. */
  get count(): number {
    return this.#count;
  }

  /** A damaged line: its number, from 1, and what is wrong with it. */
  line(line: number, why: string): void {
    this.#count++;
    if (this.#count <= MOST_LINES_TOLD) this.#tell(`line ${line} of ${this.#what} is damaged: ${why}`);
  }

  /** The input is over. */
  end(): void {
    const more = this.#count - MOST_LINES_TOLD;
    if (more > 0) this.#tell(`${this.#what}: ${counted(more, "more line")} ${more === 1 ? "is" : "are"} damaged`);
  }
}
