import type { ServerSettings } from "../../config/server.ts";
import { sameTime } from "../../sink/modified.ts";
import type { Sink, SinkFile } from "../../sink/sink.ts";
import type { Claimed } from "./claims.ts";
import type { WantedFile } from "./wantedFile.ts";

interface HeldPlace {
  readonly sink: Sink;
  readonly settings: Pick<ServerSettings, "if_exists" | "timezone">;
}

/**
 * The file that is here already with the listed size and time; undefined where it must be fetched. In a folder that this harvest has made nothing
 * is looked for before the file has come once: that saves a system call for each file of a first harvest. Throws a `Fault`.
 */
export function heldAlready(
  file: WantedFile,
  here: SinkFile,
  { sink, settings }: HeldPlace,
  claimed: Claimed,
): { readonly local: string; readonly size: number } | undefined {
  const { if_exists, timezone } = settings;
  // Without a listed size or time nobody knows whether it is the same.
  if (if_exists === "always" || file.size === null || file.modified === null) return undefined;
  // Another process of this run may have fetched it a moment ago: then it comes twice.
  if (claimed === "first" && sink.isNew(here)) return undefined;
  const held = sink.held(here);
  if (held === undefined || held.size !== file.size || !sameTime(file.modified, timezone, held.mtime_ms))
    return undefined;
  return { local: held.local, size: held.size };
}
