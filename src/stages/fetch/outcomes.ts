import type { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Landed } from "./landing.ts";
import type { WantedFile } from "./wantedFile.ts";

/** What marks an outcome as one of this stage process. */
interface Stamp {
  readonly run: string;
  readonly by: string;
}

/** What became of a file that is here. */
interface Here extends Landed {
  readonly status: "fetched" | "unchanged";
  readonly started_ms: number;
  readonly attempts: number;
}

/**
 * A record may be an earlier outcome that somebody made a `file` record again, to have it fetched once more: what that one found says nothing of
 * this one.
 */
const OF_AN_OUTCOME = [
  ...["status", "local", "bytes", "ms", "changed", "resumed_from", "verified", "sha256"],
  ...["stage", "code", "message", "retry", "attempts"],
];

function asked(record: AnyRecord): AnyRecord {
  if (!OF_AN_OUTCOME.some((field) => field in record)) return record;
  const fields = Object.entries(record).filter(([field]) => !OF_AN_OUTCOME.includes(field));
  return { ...Object.fromEntries(fields), type: record.type };
}

/** The `download` record: all fields of the `file` record, and where the file is now. */
export function download({ record }: WantedFile, { run, by }: Stamp, here: Here): AnyRecord {
  const { status, local, size, started_ms, attempts, ...more } = here;
  const ms = Math.round(performance.now() - started_ms);
  return { ...asked(record), type: "download", run, by, status, local, bytes: size, ms, attempts, ...more };
}

/** The `failure` record: all fields of the `file` record, and why it is not here. */
export function failure({ record }: WantedFile, { run, by }: Stamp, fault: Fault, attempts: number): AnyRecord {
  const { code, message, retry } = fault;
  return { ...asked(record), type: "failure", run, by, stage: "fetch", code, message, retry, attempts };
}
