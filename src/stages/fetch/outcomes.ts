import type { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Landed } from "./landing.ts";
import type { WantedFile } from "./wantedFile.ts";

/** What marks an outcome as one of this stage process. */
interface Stamp {
  readonly run: string;
  readonly by: string;
}

/** What became of a file that is here, beside what is known of its bytes. */
interface Here {
  readonly status: "fetched" | "unchanged";
  readonly started_ms: number;
  readonly attempts: number;
}

/** All that our own listing says of a file whose name is text. */
const LISTED: ReadonlySet<string> = new Set([
  ...["type", "run", "by", "server", "config", "path", "name", "size", "modified", "modified_from"],
]);

/**
 * A record may be an earlier outcome that somebody made a `file` record again, to have it fetched once more: what that one found says nothing of
 * this one.
 */
const OF_AN_OUTCOME = [
  ...["status", "local", "bytes", "ms", "changed", "resumed_from", "segments", "verified", "sha256"],
  ...["stage", "code", "message", "retry", "attempts"],
];

function asked(record: AnyRecord): AnyRecord {
  if (!OF_AN_OUTCOME.some((field) => field in record)) return record;
  const fields = Object.entries(record).filter(([field]) => !OF_AN_OUTCOME.includes(field));
  return { ...Object.fromEntries(fields), type: record.type };
}

/** The `download` record: all fields of the `file` record, and where the file is now. */
export function download({ record }: WantedFile, { run, by }: Stamp, landed: Landed, here: Here): AnyRecord {
  const { status, started_ms, attempts } = here;
  const ms = Math.round(performance.now() - started_ms);
  if (isAsListed(record) && isPlain(landed)) {
    // Written out: an object of one shape costs 0.2 µs, spreading one into another 5 µs.
    const { server, config, path, name, size, modified, modified_from } = record;
    return {
      type: "download",
      run,
      by,
      server,
      config,
      path,
      name,
      size,
      modified,
      modified_from,
      status,
      local: landed.local,
      bytes: landed.size,
      ms,
      attempts,
    };
  }
  const { local, size, ...more } = landed;
  return { ...asked(record), type: "download", run, by, status, local, bytes: size, ms, attempts, ...more };
}

/** Whether a record has the fields that our own listing gives it, and no others. */
function isAsListed(record: AnyRecord): boolean {
  let fields = 0;
  for (const field in record) {
    if (!LISTED.has(field)) return false;
    fields++;
  }
  return fields === LISTED.size;
}

/** There is nothing to tell of the file but that it is here. */
function isPlain({ changed, resumed_from, segments, verified, sha256 }: Landed): boolean {
  return (changed ?? resumed_from ?? segments ?? verified ?? sha256) === undefined;
}

/** The `failure` record: all fields of the `file` record, and why it is not here. */
export function failure({ record }: WantedFile, { run, by }: Stamp, fault: Fault, attempts: number): AnyRecord {
  const { code, message, retry } = fault;
  return { ...asked(record), type: "failure", run, by, stage: "fetch", code, message, retry, attempts };
}
