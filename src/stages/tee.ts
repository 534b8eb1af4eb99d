import { concat, defer, finalize, tap } from "rxjs";
import { path } from "../config/kinds.ts";
import type { AnyRecord } from "../records/record.ts";
import { RecordFile } from "../records/recordFile.ts";
import { Tally } from "../records/tally.ts";
import { diskFault } from "../sink/diskFault.ts";
import type { StageContext } from "./context.ts";
import { faultRecord } from "./faultRecord.ts";
import { defineStage } from "./stage.ts";
import { mustBeWritable } from "./tee/mustBeWritable.ts";

/** Files that people read and other programs take up; less where the user's umask says so. */
const MODE = 0o666;

/** Keeps a copy of all records, which `from` reads back. In a pipe of commands that is `tee`. */
export const teeStage = defineStage({
  name: "tee",
  summary: "Keep a copy of the records in a file",
  scope: "run",
  main: "file",
  options: { file: { kind: path, required: true, help: "NDJSON to write; what was in it is lost" } },
  examples: [["- tee: listed.ndjson", "keep a listing, to be replayed by `from`"]],
  operator({ file }, context) {
    mustBeWritable(file);
    return (source) =>
      defer(() => {
        const copy = new Copy(file, context);
        return concat(
          source.pipe(tap((record) => copy.record(record))),
          defer(() => copy.finish()),
        ).pipe(finalize(() => copy.close()));
      });
  },
});

/** The copy of one stream. A file that takes no more is a failure in the stream, which goes on. */
class Copy {
  readonly #path: string;
  readonly #context: StageContext;
  /**
   * Stands for this process in the copy. The process's journal knows also what happened behind the copy, such as sums of files fetched: that
   * must not be read back where the copy is replayed.
   */
  readonly #by: string;
  readonly #tally = new Tally();
  #file: RecordFile | undefined;
  #failure: AnyRecord | undefined;

  constructor(path: string, context: StageContext) {
    this.#path = path;
    this.#context = context;
    this.#by = `${context.by}-tee`;
    try {
      this.#file = new RecordFile(path, MODE, (error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  record(record: AnyRecord): void {
    this.#tally.add(record);
    this.#file?.record(record.by === this.#context.by ? { ...record, by: this.#by } : record);
  }

  /** The source is over: so is the copy, and whoever replays it is told so. Returns what the stream must know of it. */
  finish(): readonly AnyRecord[] {
    const { code, counts } = this.#tally;
    this.#file?.record({ type: "end", run: this.#context.run, by: this.#by, stage: "tee", code, counts, inputs: [] });
    this.close();
    return this.#failure === undefined ? [] : [this.#failure];
  }

  close(): void {
    this.#file?.end();
    this.#file = undefined;
  }

  #fail(error: unknown): void {
    const { run, by } = this.#context;
    this.#failure = faultRecord(diskFault(error, this.#path), { run, by, stage: "tee" });
  }
}
