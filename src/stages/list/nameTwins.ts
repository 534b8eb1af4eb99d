import type { Names, WireName } from "../../ftp/names.ts";
import { Fault } from "../../records/fault.ts";

/**
 * Names of one folder that would be the same here: one that the encoding does not fit has its bytes here, and these may be the UTF-8
 * of another one's text. So it is where two clients upload a file under one name, each in its own encoding.
 */
export class NameTwins {
  readonly #names: Names;
  readonly #all: () => Iterable<WireName>;
  /** Made when it is needed: that is seldom. */
  #known: ReadonlySet<WireName> | undefined;

  /** @param all the names of the folder */
  constructor(names: Names, all: () => Iterable<WireName>) {
    this.#names = names;
    this.#all = all;
  }

  /** Whether a name that does not fit must give way to one that does. */
  has(name: WireName): boolean {
    const twin = this.#twinOf(name);
    if (twin === undefined) return false;
    this.#known ??= new Set(this.#all());
    return this.#known.has(twin);
  }

  #twinOf(name: WireName): WireName | undefined {
    if (this.#names.decode(name).exact) return undefined;
    const bytes = Buffer.from(name, "latin1");
    const text = bytes.toString("utf8");
    return Buffer.from(text).equals(bytes) ? this.#encoded(text) : undefined;
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
