import { encodeName } from "../../ftp/names.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { SinkFile } from "../../sink/sink.ts";

/** A file to fetch: what a `file` record must say, and what it may leave out. */
export interface WantedFile {
  /** As it came, for the fields that nobody here knows. */
  readonly record: AnyRecord;
  readonly server: string;
  /** "" when the record names none; `--config` may stand for it. */
  readonly config: string;
  readonly path: string;
  readonly name: string;
  readonly size: number | null;
  readonly modified: string | null;
  readonly raw: string | undefined;
}

/** Whether a record is a `file` record with what it takes to fetch it. Records may come from `jq` or from people. */
export function isWanted(record: AnyRecord): record is NamedRecord {
  const { type, server, path, name } = record;
  return type === "file" && typeof server === "string" && typeof path === "string" && typeof name === "string";
}

type NamedRecord = AnyRecord & Pick<WantedFile, "server" | "path" | "name">;

/** What else the record says; what is not of its kind is taken for unknown. */
export function wantedFile(record: NamedRecord): WantedFile {
  const { server, config, path, name, size, modified, raw } = record;
  return {
    record,
    server,
    config: typeof config === "string" ? config : "",
    path,
    name,
    size: typeof size === "number" && Number.isSafeInteger(size) && size >= 0 ? size : null,
    modified: typeof modified === "string" ? modified : null,
    raw: typeof raw === "string" && raw !== "" ? raw : undefined,
  };
}

/** The file as the sink needs to know it. */
export function sinkFile({ server, name, size, modified, path, raw }: WantedFile): SinkFile {
  if (raw === undefined) return { server, name, size, modified };
  // The name is the end of the path: as many parts of its bytes as the text has. Both have their slashes, whatever the encoding.
  const parts = name.split("/").length;
  const rawName = encodeName(path, raw).split("/").slice(-parts).join("/");
  return { server, name, size, modified, rawName: Buffer.from(rawName, "latin1") };
}
