import { closeSync, readSync, writeSync } from "node:fs";
import { Fault } from "../../records/fault.ts";
import { openNameless } from "../../records/openNameless.ts";

/** A file without a name for what is too much for memory. It is made when the first bytes are written. */
export class NamelessFile {
  readonly #parent: string;
  #fd: number | undefined;
  #end = 0;
  #closed = false;

  /** `parent`: the folder on whose disk it is. */
  constructor(parent: string) {
    this.#parent = parent;
  }

  /** Where the next bytes will be. */
  get end(): number {
    return this.#end;
  }

  /** Throws a `Fault` `disk`; `end` is where it was then. */
  append(bytes: Uint8Array): void {
    this.demandOpen();
    this.#tried("keep", () => {
      this.#fd ??= openNameless(this.#parent);
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#end + done);
      }
    });
    this.#end += bytes.length;
  }

  /** Fills a buffer. Throws a `Fault` `disk`. */
  read(offset: number, into: Buffer): void {
    this.demandOpen();
    this.#tried("read back", () => {
      for (let done = 0; done < into.length; ) {
        const read = this.#fd === undefined ? 0 : readSync(this.#fd, into, done, into.length - done, offset + done);
        if (read === 0) throw new Error("the file is too short");
        done += read;
      }
    });
  }

  /** Throws when it is closed. */
  demandOpen(): void {
    if (this.#closed) throw new Error("the report is closed");
  }

  close(): void {
    this.#closed = true;
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #tried(what: string, work: () => void): void {
    try {
      work();
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Fault("disk", `can't ${what} the report's names in ${this.#parent}: ${reason}`, { cause });
    }
  }
}
