import { closeSync, openSync, writeSync } from "node:fs";
import { NdjsonWriter } from "./ndjsonWriter.ts";
import type { AnyRecord } from "./record.ts";

/**
 * Records into a file, in batches; what was in it is lost. The first time that the system refuses a write, `refused` is told why, and
 * no more is written: the file's last line has no newline then, as that of a stream that was cut.
 */
export class RecordFile {
  readonly #refused: (error: unknown) => void;
  readonly #writer = new NdjsonWriter((text) => this.#write(text));
  #fd: number | undefined;

  /** Throws what the system says when the file can't be opened. `mode`: of a file that is made. */
  constructor(path: string, mode: number, refused: (error: unknown) => void) {
    this.#refused = refused;
    this.#fd = openSync(path, "w", mode);
  }

  record(record: AnyRecord): void {
    if (this.#fd !== undefined) this.#writer.record(record);
  }

  /** An orderly end, with the last newline. */
  end(): void {
    this.#writer.end();
    this.#attempt((fd) => closeSync(fd));
    this.#fd = undefined;
  }

  #write(text: string): void {
    const bytes = Buffer.from(text);
    this.#attempt((fd) => {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done);
    });
  }

  #attempt(work: (fd: number) => void): void {
    const fd = this.#fd;
    if (fd === undefined) return;
    try {
      work(fd);
    } catch (error) {
      this.#fd = undefined;
      this.#refused(error);
      closeQuietly(fd);
    }
  }
}

/** What is wrong with it has been told. */
function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {}
}
