import type { Code } from "./codes.ts";

/**
 * What flows between stages: one JSON object a line, `type` first, names in snake_case. Every record stands for itself: any
 * line may be dropped, sorted, saved or repeated, and what is left still means the same.
 *
 * Only `type` is checked when a line is read: anybody may have written it, so any other field may be missing or of another kind.
 * Read them with `textOf` and `countOf`.
 */
export interface AnyRecord {
  readonly type: string;
  /** The harvest that this record belongs to. */
  readonly run?: string;
  /** The stage process that wrote it, such as `list-7f3a`. */
  readonly by?: string;
  readonly [field: string]: unknown;
}

/** Fields that every record of ours carries. */
export type Stamp = {
  readonly run: string;
  readonly by: string;
};

/** A server that takes part, written just before its first other record. */
export type ServerRecord = Stamp & {
  readonly type: "server";
  readonly server: string;
  /** Absolute path of the configuration that knows how to reach it. */
  readonly config: string;
  readonly host: string;
  readonly port: number;
  readonly paths: readonly string[];
  /** Its place in the configuration's order, from 0. */
  readonly order: number;
  /** Absolute path of the folder that holds the servers' folders. */
  readonly buffer_path: string;
};

/** A file to fetch. */
export type FileRecord = Stamp & {
  readonly type: "file";
  readonly server: string;
  readonly config: string;
  /** Absolute on the server. */
  readonly path: string;
  /** Relative to the server's path; with several paths, to their deepest common parent. */
  readonly name: string;
  /** Bytes; null if the server did not say. */
  readonly size: number | null;
  /**
   * ISO 8601. Ends in `Z` where the server gave UTC; else it has no zone and is read as the server's `timezone`. As precise
   * as the server was: `2026-11-24`, `2026-11-24T01:38`, `2026-11-24T01:38:15`, `2026-11-24T01:38:15.123Z`. Null if unknown.
   */
  readonly modified: string | null;
  readonly modified_from: "mlsd" | "mdtm" | "list" | null;
  /** Base64 of the path's bytes, present when `path` in the server's encoding does not give them back. */
  readonly raw?: string;
};

/** The walk of a server is over. */
export type ListedRecord = Stamp & {
  readonly type: "listed";
  readonly server: string;
  readonly config: string;
  readonly directories: number;
  readonly files: number;
  /** False when lines did not parse, a directory failed, or the server cut a listing; a `failure` says which. */
  readonly complete: boolean;
  readonly ms: number;
};

/** Hashes that servers give of their files. `crc32`: that of zlib. */
export type HashAlgorithm = "sha256" | "sha1" | "md5" | "crc32";

/** A file is here. */
export type DownloadRecord = Omit<FileRecord, "type"> & {
  readonly type: "download";
  readonly status: "fetched" | "unchanged";
  /** Absolute path of the file here. */
  readonly local: string;
  /** Bytes on disk; equals `size` where the server gave one, unless `changed` says what the server has now. */
  readonly bytes: number;
  readonly ms: number;
  readonly attempts: number;
  /** What the server said of the file after it was fetched, where that is not what was listed. */
  readonly changed?: { readonly size: number; readonly modified: string | null };
  /** Bytes that an earlier try or run had fetched. */
  readonly resumed_from?: number;
  /** Sessions at once that it came by, where there was more than one. */
  readonly segments?: number;
  /** With `verify: hash`: the hash of the server that was compared, such as `sha256`; `size` where the server has none. */
  readonly verified?: "size" | HashAlgorithm;
  /** With --checksum: of what was written, in hexadecimal. */
  readonly sha256?: string;
};

/** What went wrong. `server` and `path` where one is meant. */
export type FailureRecord = Stamp & {
  readonly type: "failure";
  readonly stage: string;
  readonly code: Code;
  readonly message: string;
  readonly retry: boolean;
  readonly server?: string;
  readonly config?: string;
  readonly path?: string;
  readonly name?: string;
  readonly size?: number | null;
  readonly raw?: string;
  readonly attempts?: number;
};

/** Left out on purpose; never a fault. */
export type SkippedRecord = Stamp & {
  readonly type: "skipped";
  readonly stage: string;
  readonly server: string;
  readonly config: string;
  readonly path: string;
  readonly name: string;
  readonly reason: string;
  readonly raw?: string;
};

/** A server is done. `asked` = `fetched` + `unchanged` + `skipped` + `failed` + `not_started`. */
export type HarvestedRecord = Stamp & {
  readonly type: "harvested";
  readonly server: string;
  readonly config: string;
  /** Absolute path of the server's folder here; null if its settings are not known. */
  readonly local: string | null;
  readonly asked: number;
  readonly fetched: number;
  readonly unchanged: number;
  readonly skipped: number;
  readonly failed: number;
  readonly not_started: number;
  readonly bytes: number;
  readonly ms: number;
  /** Sessions that `connections: auto` found to be worth it last; only there with that. */
  readonly connections?: number;
};

/**
 * How a source of a stage ended. `ended`: orderly. `cut`: killed or damaged. `closed`: its reader left, as `head` does.
 * `open`: nothing is known of its end (another machine, another boot).
 */
export type Ending = "ended" | "cut" | "closed" | "open";

/** How one source ended, as known to the stage that read it. */
export interface InputEnding {
  readonly by: string;
  readonly how: Ending;
}

/** Every stage's last record. */
export type EndRecord = Stamp & {
  readonly type: "end";
  readonly stage: string;
  /** The exit code that this stage ends with: 0, 1, 2, 3, 129, 130 or 143. */
  readonly code: number;
  /** Records written, by type. */
  readonly counts: Readonly<Record<string, number>>;
  /** All sources of this stage and of those before it. */
  readonly inputs: readonly InputEnding[];
  /** Whole input without a byte. */
  readonly empty?: boolean;
  /** Damaged lines in the input. */
  readonly damaged?: number;
  /** A whole pipeline in one process: a step had enough before all servers of the selection were listed, as `limit` does. */
  readonly enough?: boolean;
};

/**
 * What a stage process's journal says of it; given to the report at the end of its input and never written to a pipe.
 */
export type SourceRecord = Stamp & {
  readonly type: "source";
  readonly stage: string;
  readonly how: Ending;
  /** list: the servers it was to walk, in the configuration's order. */
  readonly selection?: readonly { readonly server: string; readonly buffer_path: string }[];
  /** fetch: the folder given with --to. */
  readonly to?: string;
};

/** Every record of ours, told apart by `type`. */
export type HarvestRecord =
  | ServerRecord
  | FileRecord
  | ListedRecord
  | DownloadRecord
  | FailureRecord
  | SkippedRecord
  | HarvestedRecord
  | EndRecord
  | SourceRecord;

/** The types of records of ours. Others may flow with them. */
export const TYPES: ReadonlySet<string> = new Set<HarvestRecord["type"]>([
  ...(["server", "file", "listed", "download", "failure", "skipped", "harvested", "end", "source"] as const),
]);

/** All but `file` and `download`: few, kept in journals, and what `ftp-filter` lets pass. */
export function isControl(record: AnyRecord): boolean {
  return record.type !== "file" && record.type !== "download";
}
