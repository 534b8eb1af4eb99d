import { MODIFIED, type ServedFile } from "./servedFile.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** What `ls` calls recent: half a mean year. */
const RECENT_MS = (365.2425 / 2) * 24 * 3_600_000;

/** A line of LIST in the form of `ls -l`, of a folder where no file is given. */
export function unixLine(name: string, file: ServedFile | undefined, times: "days" | "minutes"): string {
  const mode = file === undefined ? "drwxr-xr-x" : "-rw-r--r--";
  const modified = file?.modified ?? MODIFIED;
  const date = times === "minutes" && isRecent(modified) ? minuteOf(modified) : dayOf(modified);
  return `${mode} 1 ftp ftp ${file?.listedSize ?? 4096} ${date} ${name}`;
}

/** A line of MLSD and MLST (RFC 3659, 7.2). */
export function factsLine(name: string, file: ServedFile | undefined): string {
  if (file === undefined) return `type=dir;modify=${MODIFIED}; ${name}`;
  return `type=file;size=${file.listedSize};modify=${file.modified}; ${name}`;
}

function dayOf(modified: string): string {
  return `${monthAndDay(modified)}  ${modified.slice(0, 4)}`;
}

function minuteOf(modified: string): string {
  return `${monthAndDay(modified)} ${modified.slice(8, 10)}:${modified.slice(10, 12)}`;
}

function monthAndDay(modified: string): string {
  return `${MONTHS[Number(modified.slice(4, 6)) - 1]} ${modified.slice(6, 8)}`;
}

/** Neither old nor of the future. */
function isRecent(modified: string): boolean {
  const iso = modified.replace(/^(....)(..)(..)(..)(..)(..).*$/, "$1-$2-$3T$4:$5:$6Z");
  const age = Date.now() - Date.parse(iso);
  return age >= 0 && age < RECENT_MS;
}
