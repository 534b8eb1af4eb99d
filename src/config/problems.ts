import { UsageError } from "../records/fault.ts";
import { type Position, placed } from "./place.ts";

/** What is wrong with a file, gathered while it is looked through. */
export class Problems {
  readonly #file: string;
  readonly #found: { readonly where: string; readonly at: Position | undefined; readonly message: string }[] = [];

  /** @param file as the user wrote it */
  constructor(file: string) {
    this.#file = file;
  }

  add(at: Position | undefined, message: string): void {
    this.#found.push({ where: this.#file, at, message });
  }

  /** What is wrong with something that goes along with the file, such as an argument; told before the file's own. */
  addOf(argument: string, message: string): void {
    this.#found.push({ where: argument, at: undefined, message });
  }

  /** Throws a `UsageError` with the first problems in the file's order, one a line, if there are any. */
  throwAny(): void {
    if (this.#found.length === 0) return;
    const inOrder = this.#found.toSorted(
      ({ at: a }, { at: b }) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
    );
    const lines = inOrder.slice(0, MOST_SHOWN).map(({ where, at, message }) => placed(where, at, message));
    const more = inOrder.length - lines.length;
    if (more > 0) lines.push(placed(this.#file, undefined, `and ${more} more ${more === 1 ? "problem" : "problems"}`));
    throw new UsageError(lines.join("\n"));
  }
}

/** More at once nobody reads. */
const MOST_SHOWN = 5;
