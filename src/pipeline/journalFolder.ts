import { isAbsolute, join, resolve } from "node:path";

/**
 * Where journals and other memory of the harvests live: `$FTP_HARVEST_STATE`, else `$XDG_STATE_HOME/ftp-harvest`, else
 * `~/.local/state/ftp-harvest`. Empty variables count as not set, a relative XDG_STATE_HOME too, as its specification demands.
 */
export function stateFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const { FTP_HARVEST_STATE: own, XDG_STATE_HOME: xdg } = env;
  if (own) return resolve(own);
  return join(xdg && isAbsolute(xdg) ? xdg : join(home, ".local", "state"), "ftp-harvest");
}

/** The folder that has a folder of journals for each run. */
export function runsFolder(stateFolder: string): string {
  return join(stateFolder, "runs");
}

/** Path of the journal of the stage process `by` in the harvest `run`; undefined when these can't be file names. */
export function journalPath(stateFolder: string, run: string, by: string): string | undefined {
  return isFileName(run) && isFileName(by) ? join(runsFolder(stateFolder), run, `${by}.ndjson`) : undefined;
}

/** `run` and `by` come from records that anybody may have written: they must not lead to other folders. */
export function isFileName(name: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/.test(name);
}
