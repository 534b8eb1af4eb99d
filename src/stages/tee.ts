import { concat, defer, finalize, tap } from "rxjs";
import { path } from "../config/kinds.ts";
import type { AnyRecord } from "../records/record.ts";
import { RecordCopy } from "../records/recordCopy.ts";
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
        // A file that takes no more is a failure in the stream, which goes on.
        const failures: AnyRecord[] = [];
        const copy = openCopy(file, context, failures);
        const finish = (): readonly AnyRecord[] => {
          copy?.finish();
          return failures;
        };
        return concat(source.pipe(tap((record) => copy?.record(record))), defer(finish)).pipe(
          finalize(() => copy?.close()),
        );
      });
  },
});

function openCopy(path: string, context: StageContext, failures: AnyRecord[]): RecordCopy | undefined {
  const { run, by } = context;
  const refused = (error: unknown) =>
    void failures.push(faultRecord(diskFault(error, path), { run, by, stage: "tee" }));
  try {
    return new RecordCopy({ path, mode: MODE, process: { run, by }, maker: "tee", refused });
  } catch (error) {
    refused(error);
    return undefined;
  }
}
