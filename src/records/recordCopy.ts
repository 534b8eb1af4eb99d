import type { AnyRecord, Stamp } from "./record.ts";
import { RecordFile } from "./recordFile.ts";
import { Tally } from "./tally.ts";

export interface CopyRequest {
  readonly path: string;
  /** Of the file if it is made; the user's umask may take from it. */
  readonly mode: number;
  /** The process in which the copy is made. */
  readonly process: Stamp;
  /** What makes the copy: sets it apart from other ones of the same process. */
  readonly maker: string;
  /** Told once why the system takes no more. */
  readonly refused: (error: unknown) => void;
}

/**
 * A copy of the records that pass one point inside of a process, in a file that can be replayed. The process has another name in it:
 * its journal knows also what happened behind that point, such as sums of files fetched, which must not be read back in a replay.
 */
export class RecordCopy {
  readonly #request: CopyRequest;
  readonly #by: string;
  readonly #file: RecordFile;
  readonly #tally = new Tally();

  /** Throws what the system says when the file can't be opened. */
  constructor(request: CopyRequest) {
    const { path, mode, process, maker, refused } = request;
    this.#request = request;
    this.#by = `${process.by}-${maker}`;
    this.#file = new RecordFile(path, mode, refused);
  }

  record(record: AnyRecord): void {
    this.#tally.add(record);
    this.#file.record(record.by === this.#request.process.by ? { ...record, by: this.#by } : record);
  }

  /** The stream is over: so is the copy, and whoever replays it is told so. */
  finish(): void {
    const { process, maker } = this.#request;
    const { code, counts } = this.#tally;
    this.#file.record({ type: "end", run: process.run, by: this.#by, stage: maker, code, counts, inputs: [] });
    this.close();
  }

  /** Writes what is left, in whole lines. May be called again. */
  close(): void {
    this.#file.end();
  }
}
