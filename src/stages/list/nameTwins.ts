import type { Names, WireName } from "../../ftp/names.ts";
import { Fault } from "../../records/fault.ts";

/** A folder with more is one in UTF-8, and its names are read in another encoding by mistake. */
const MOST_NOTED = 10_000;

/**
 * Names of one folder that would be the same here: one that the encoding does not fit has its bytes here, and these may be the UTF-8
 * of another one's text. So it is where two clients upload a file under one name, each in its own encoding.
 */
export class NameTwins {
  readonly #names: Names;
  readonly #noted = new Set<WireName>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** Takes note of a folder's name; all are to be noted before one is asked for. */
  note(name: WireName): void {
    if (this.#noted.size >= MOST_NOTED || this.#names.decode(name).exact) return;
    const bytes = Buffer.from(name, "latin1");
    const text = bytes.toString("utf8");
    const twin = Buffer.from(text).equals(bytes) ? this.#encoded(text) : undefined;
    if (twin !== undefined) this.#noted.add(twin);
  }

  /** Whether the text of a name is what the bytes of another one are here. */
  has(name: WireName): boolean {
    return this.#noted.size > 0 && this.#noted.has(name);
  }

  /** Its folder is listed anew. */
  clear(): void {
    this.#noted.clear();
  }

  #encoded(text: string): WireName | undefined {
    try {
      return this.#names.encode(text);
    } catch (error) {
      if (error instanceof Fault) return undefined;
      throw error;
    }
  }
}
