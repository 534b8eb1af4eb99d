import { unlinkSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../records/errorCode.ts";
import { UsageError } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { printable } from "../records/printable.ts";
import type { AnyRecord } from "../records/record.ts";
import { RecordCopy } from "../records/recordCopy.ts";
import type { StageContext } from "../stages/context.ts";
import { reportStage } from "../stages/report.ts";
import { isStepOf, type PipelineStep } from "./pipeline.ts";

/**
 * The records behind each step, kept as NDJSON: `0-servers.ndjson`, `1-list.ndjson` and so on. They are for their user only.
 */
export class Trace {
  readonly #folder: string;
  readonly #context: StageContext;
  /** Behind the source, behind the first step, and so on. */
  readonly #edges: RecordCopy[] = [];
  #refused = false;

  private constructor(folder: string, context: StageContext) {
    this.#folder = folder;
    this.#context = context;
  }

  /** Makes the folder and the files, in the place of those of the same names. Throws a `UsageError`. */
  static open(folder: string, steps: readonly PipelineStep[], context: StageContext): Trace {
    const trace = new Trace(folder, context);
    try {
      makeFolder(folder, 0o700);
      // Behind the report there are no records.
      const makers = steps.filter((step) => !isStepOf(reportStage, step));
      for (const [index, { stage }] of makers.entries()) trace.#add(`${index}-${fileName(stage.name)}`);
      return trace;
    } catch (error) {
      trace.close();
      throw new UsageError(`--trace ${printable(folder)}: ${reason(error)}`, { cause: error });
    }
  }

  /** Takes a record behind the step with this place, from 0; those of the source have -1. */
  see(place: number, record: AnyRecord): void {
    if (!this.#refused) this.#edges[place + 1]?.record(record);
  }

  /** The pipeline is over. */
  finish(): void {
    for (const edge of this.#edges) edge.finish();
  }

  /** Writes what is left. */
  close(): void {
    for (const edge of this.#edges.splice(0)) edge.close();
  }

  #add(name: string): void {
    const path = join(this.#folder, `${name}.ndjson`);
    // One that is there may be open to others, or a link.
    removeFile(path);
    const refused = (error: unknown) => this.#refuse(error);
    this.#edges.push(new RecordCopy({ path, mode: PRIVATE, process: this.#context, maker: name, refused }));
  }

  /** The run is worth more than its trace. */
  #refuse(error: unknown): void {
    if (this.#refused) return;
    this.#refused = true;
    this.#context.note(`--trace ${printable(this.#folder)}: ${reason(error)}; the records from here on are not kept`);
  }
}

const PRIVATE = 0o600;

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if (errorCode(error) !== "ENOENT") throw error;
  }
}

/** A stage of somebody's own may have any name. */
function fileName(stage: string): string {
  return stage.replace(/[^\w.-]/g, "_");
}

function reason(error: unknown): string {
  const code = errorCode(error);
  return WORDS[code] ?? `it can't be written (${code || String(error)})`;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "there is no right to write there",
  EPERM: "there is no right to write there",
  EROFS: "the disk is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the disk quota is used up",
  EFBIG: "a file is larger than this disk, or ulimit -f, allows",
  EEXIST: "a file lies where the folder should be",
  ENOTDIR: "a file lies where a folder should be",
  EISDIR: "a folder lies where a file should be",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
};
