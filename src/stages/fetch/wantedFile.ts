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
  if (raw === undefined && local_names === "decoded") return { server, name, size, modified };
  const names = namesIn(encoding);
  const wire = wireNameOf(file, names);
  const { text, exact } = names.decode(wire);
  const rawName = Buffer.from(wire, "latin1");
  // The name may be as good as its text: bytes that are not may stand before it in the path.
  const decoded = local_names === "decoded" && exact && text === name;
  if (decoded || rawName.equals(Buffer.from(name))) return { server, name, size, modified };
  return { server, name: rawName.toString("utf8"), size, modified, rawName };
}

function wireNameOf({ name, path, raw }: WantedFile, names: Names): WireName {
  if (raw === undefined) return names.encode(name);
  // The name is the end of the path: as many parts of its bytes as the text has. Both have their slashes, whatever the encoding.
  const parts = name.split("/").length;
  return names.encode(path, raw).split("/").slice(-parts).join("/");
}
