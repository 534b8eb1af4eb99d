import type { ServerSettings } from "../../config/server.ts";
import { sameTime } from "../../sink/modified.ts";
import type { Sink } from "../../sink/sink.ts";
import { sinkFile, type WantedFile } from "./wantedFile.ts";

/** The file that is here already with the listed size and time; undefined where it must be fetched. Throws a `Fault`. */
export function heldAlready(
  file: WantedFile,
  sink: Sink,
  settings: Pick<ServerSettings, "if_exists" | "timezone" | "encoding" | "local_names">,
): { readonly local: string; readonly size: number } | undefined {
  const { if_exists, timezone } = settings;
  // Without a listed size or time nobody knows whether it is the same.
  if (if_exists === "always" || file.size === null || file.modified === null) return undefined;
  const held = sink.held(sinkFile(file, settings));
  if (held === undefined || held.size !== file.size || !sameTime(file.modified, timezone, held.mtime_ms))
    return undefined;
  return { local: held.local, size: held.size };
}
