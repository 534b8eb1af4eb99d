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

/** The file as the sink needs to know it, of no version yet. Throws a `Fault` if its path has no bytes in the server's encoding. */
export function sinkFile(
  file: WantedFile,
  { encoding, local_names }: Pick<ServerSettings, "encoding" | "local_names">,
): SinkFile {
  const { server, name, raw } = file;
  if (raw === undefined && local_names === "decoded") return { server, name };
  const names = namesIn(encoding);
  const parts = localParts(file, names, local_names === "bytes" ? (part) => part : (part) => readable(part, names));
  const rawName = Buffer.from(parts.join("/"), "latin1");
  const text = rawName.toString("utf8");
  const asText = { server, name: text };
  return rawName.equals(Buffer.from(text)) ? asText : { ...asText, rawName };
}

/**
 * The parts of a name here, one character a byte. A name is the end of its path; a part that a stage or somebody has changed counts
 * as the text that it is.
 */
function localParts(
  { name, path, raw }: WantedFile,
  names: Names,
  spell: (part: WireName) => WireName,
): readonly WireName[] {
  // Each `/` of a path's text is one of its bytes.
  const texts = path.split("/");
  const wires = names.encode(path, raw).split("/");
  const parts = name.split("/");
  return parts.map((part, place) => {
    const fromEnd = place - parts.length;
    const wire = texts.at(fromEnd) === part ? wires.at(fromEnd) : undefined;
    return wire === undefined ? utf8(part) : spell(wire);
  });
}

/** A part's text, or the part itself if its text does not stand for it. */
function readable(part: WireName, names: Names): WireName {
  const { text, exact } = names.decode(part);
  return exact ? utf8(text) : part;
}

function utf8(text: string): WireName {
  return Buffer.from(text).toString("latin1");
}
