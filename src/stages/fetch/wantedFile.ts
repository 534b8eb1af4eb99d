import type { ServerSettings } from "../../config/server.ts";
import { type Names, namesIn, type WireName } from "../../ftp/names.ts";
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

/** The file as the sink needs to know it. Throws a `Fault` if its name has no bytes in the server's encoding. */
export function sinkFile(
  file: WantedFile,
  { encoding, local_names }: Pick<ServerSettings, "encoding" | "local_names">,
): SinkFile {
  const { server, name, size, modified, raw } = file;
  const asText = { server, name, size, modified };
  if ((raw === undefined && local_names === "decoded") || isRenamed(file)) return asText;
  const names = namesIn(encoding);
  const parts = partsOf(file, names).map((part) => (local_names === "bytes" ? part : readable(part, names)));
  const rawName = Buffer.from(parts.join("/"), "latin1");
  const text = rawName.toString("utf8");
  return rawName.equals(Buffer.from(text)) ? { ...asText, name: text } : { ...asText, name: text, rawName };
}

/** A name is the end of its path, unless a stage or somebody gave the file another one: then that counts, as it is written. */
function isRenamed({ name, path }: WantedFile): boolean {
  return path !== name && !path.endsWith(`/${name}`);
}

/** The parts of the name as the server has them: of the path's, the last ones. Each `/` of the text is one of the bytes. */
function partsOf({ name, path, raw }: WantedFile, names: Names): readonly WireName[] {
  return names.encode(path, raw).split("/").slice(-name.split("/").length);
}

/** The UTF-8 of a part's text, or the part itself if its text does not stand for it. */
function readable(part: WireName, names: Names): WireName {
  const { text, exact } = names.decode(part);
  return exact ? Buffer.from(text).toString("latin1") : part;
}
