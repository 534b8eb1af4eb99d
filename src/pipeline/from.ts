import { accessSync, constants, createReadStream, openSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { concat, defer, EMPTY, filter, type Observable, tap } from "rxjs";
import { path } from "../config/kinds.ts";
import { DamageNotes } from "../records/damageNotes.ts";
import { endRecord } from "../records/endRecord.ts";
import { errorCode } from "../records/errorCode.ts";
import { UsageError } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { AnyRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { defineStage } from "../stages/stage.ts";
import { endingNotes } from "./endingNotes.ts";
import type { Endings } from "./endings.ts";
import { type ByteStream, recordInput } from "./recordInput.ts";
import { watchedInput } from "./watchedInput.ts";

/** Begins a pipeline with saved records, as `ftp-fetch < listed.ndjson` does. */
export const fromStage = defineStage({
  name: "from",
  summary: "Replay saved records",
  scope: "run",
  main: "file",
  place: "first",
  options: { file: { kind: path, required: true, help: "NDJSON that was saved with `tee` or `>`" } },
  examples: [["- from: listed.ndjson", "the records of a listing that was kept"]],
  operator({ file }, context) {
    mustBeReadable(file);
    return (source) =>
      concat(
        source,
        defer(() => replay(file, context)),
      );
  },
});

/** Found out before anything has started. */
function mustBeReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
    if (!statSync(file).isDirectory()) return;
  } catch (error) {
    throw new UsageError(`${printable(file)}: ${WORDS[errorCode(error)] ?? String(error)}`, { cause: error });
  }
  throw new UsageError(`${printable(file)}: it is a folder, not a file of records`);
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "there is no right to read it",
};

function replay(file: string, context: StageContext): Observable<AnyRecord> {
  // Nothing is opened that nobody would close.
  if (context.signal.aborted) return EMPTY;
  const shown = printable(file);
  const records = watchedInput({
    input: recordInput(bytesOf(file), new DamageNotes(shown, (message) => context.note(message))),
    stateFolder: context.stateFolder,
    stop: context.signal,
    onSource: () => {},
    onEndings: (endings) => tellEndings(endings, shown, context),
  });
  return records.pipe(
    tap((record) => {
      const end = endRecord(record);
      if (end !== undefined) context.ending(end);
    }),
    // The ends of saved stages are folded into the one of this.
    filter((record) => record.type !== "end"),
  );
}

/** A pipe is read as stdin is: as a file it would hold a thread of Node's, which nothing wakes, and the process at its end. */
function bytesOf(file: string): ByteStream {
  if (!statSync(file).isFIFO()) return createReadStream(file);
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return new Socket({ fd, readable: true, writable: false });
}

function tellEndings(endings: Endings, shown: string, context: StageContext): void {
  for (const source of endings.sources) context.ending(source);
  if (endings.empty) context.damaged(`${shown}: it is empty`);
  else if (endings.cut)
    context.damaged(`${shown}: its end is missing or it is damaged; not all that was saved is in it`);
  else for (const message of endingNotes(endings)) context.note(message);
}
