import { type Names, rawName, type WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { AnyRecord, FailureRecord } from "../../records/record.ts";
import { faultRecord } from "../faultRecord.ts";

/** Fields of every record of a walk. */
export interface WalkStamp {
  readonly run: string;
  readonly by: string;
  readonly server: string;
  readonly config: string;
}

/** A path on the wire in the words of records. */
export interface Place {
  readonly path: string;
  /** Relative to the server's path, or to the deepest folder that holds its paths; "" for that folder itself. */
  readonly name: string;
  /** Base64 of the path's bytes where the text does not give them back. */
  readonly raw?: string;
}

/** Names a path; `nameBegin` is where in its text the name begins. */
export function placeOf(path: WireName, nameBegin: number, names: Names): Place {
  const { text, exact } = names.decode(path);
  const name = text.slice(nameBegin);
  return exact ? { path: text, name } : { path: text, name, raw: rawName(path) };
}

/** What a listing tells of a file. */
export interface FileFacts {
  readonly size: number | null;
  readonly modified: string | null;
}

export function fileRecord(
  { run, by, server, config }: WalkStamp,
  { path, name, raw }: Place,
  { size, modified }: FileFacts,
  from: "list" | "mlsd" | "mdtm",
): AnyRecord {
  const modified_from = modified === null ? null : from;
  // Written out: spreading an object into another takes longer than all the rest.
  const record = { type: "file", run, by, server, config, path, name, size, modified, modified_from };
  return raw === undefined ? record : { ...record, raw };
}

/** Of a file or folder, or of the server as a whole. */
export function failureRecord(stamp: WalkStamp, place: Place | undefined, fault: Fault): FailureRecord {
  const { name, ...rest } = place ?? {};
  // The server's path itself has no name below itself.
  const where = name === undefined || name === "" ? rest : { ...rest, name };
  return faultRecord(fault, { ...stamp, stage: "list", ...where });
}

export function skippedRecord(stamp: WalkStamp, place: Place, reason: string): AnyRecord {
  return { type: "skipped", ...stamp, stage: "list", ...place, reason };
}

/** What a walk came to. */
export interface Walked {
  readonly directories: number;
  readonly files: number;
  readonly complete: boolean;
  readonly ms: number;
}

export function listedRecord(stamp: WalkStamp, { directories, files, complete, ms }: Walked): AnyRecord {
  return { type: "listed", ...stamp, directories, files, complete, ms };
}
