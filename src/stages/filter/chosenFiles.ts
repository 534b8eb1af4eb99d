import type { OptionValues } from "../../config/options.ts";
import { Fault } from "../../records/fault.ts";
import { countOf, textOf } from "../../records/fields.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
import { type FileSelection, fileSelection } from "../list/fileSelection.ts";
import type { fileSelectionOptions } from "../list/fileSelectionOptions.ts";

/** Makes the choice that a listing with these options would have made, of records that are here already. */
export function chosenFiles(
  options: OptionValues<typeof fileSelectionOptions>,
  context: Pick<StageContext, "settings">,
): (record: AnyRecord) => boolean {
  const now_ms = Date.now();
  const isTimed = options.newerThan !== undefined || options.olderThan !== undefined;
  const byZone = new Map<string, FileSelection>();
  const zones = new Map<string, string>();
  const selectionFor = (record: AnyRecord): FileSelection => {
    // Only times are read by the server's clock.
    const zone = isTimed ? zoneOf(record, zones, context) : "UTC";
    const known = byZone.get(zone) ?? fileSelection(options, zone, now_ms);
    byZone.set(zone, known);
    return known;
  };
  return (record) => {
    const name = textOf(record, "name");
    // Nothing can be said of it: the stage that fetches refuses it and says why.
    if (name === undefined) return true;
    const size = countOf(record, "size") ?? countOf(record, "bytes") ?? null;
    const selection = selectionFor(record);
    return (
      foldersOf(name).every((folder) => selection.folder(folder)) &&
      selection.file({ name, size, modified: textOf(record, "modified") ?? null })
    );
  };
}

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(name: string): string[] {
  return [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index)).filter((folder) => folder !== "");
}

/** The time zone of the record's server. */
function zoneOf(record: AnyRecord, zones: Map<string, string>, context: Pick<StageContext, "settings">): string {
  const [config = "", server = ""] = [textOf(record, "config"), textOf(record, "server")];
  const key = `${config}\0${server}`;
  const known = zones.get(key) ?? askedZone(config, server, context);
  zones.set(key, known);
  return known;
}

function askedZone(config: string, server: string, context: Pick<StageContext, "settings">): string {
  try {
    return context.settings(config, server).timezone;
  } catch (error) {
    // What is wrong with the configuration is for the stage to say that fetches.
    if (error instanceof Fault) return "UTC";
    throw error;
  }
}
