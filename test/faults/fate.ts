import { LARGE_bytes } from "../../src/stages/fetch/wantedVersion.ts";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import { type Evidence, hasStruck, nameOf, outcomesOf, type ServerEvidence } from "./evidence.ts";
import type { Excuses } from "./excuses.ts";
import { canLieHere } from "./truth.ts";
import { printOf } from "./versions.ts";

/**
 * What must become of a file that is on the server throughout a round in which nothing goes wrong. `either`: it is here, or it was refused: SIZE puts
 * a listing right, but only large files are asked for before they come, and not where listings tell times exactly.
 */
export function fateOf(
  { lies, plan }: ServerEvidence,
  path: string,
  { size }: FileVersion,
  most_bytes: number,
): "here" | "refused" | "either" {
  const { said = size, listed = said } = lies.get(path) ?? {};
  const isLiedAbout = said !== size || (listed !== size && plan.lacks.includes("SIZE"));
  const isTooLarge = Math.max(size, listed) > most_bytes;
  if (!canLieHere(path) || isLiedAbout || isTooLarge) return "refused";
  // README: more bytes than promised end the transfer at twice the size and 16 MiB.
  if (size <= 2 * listed + 16 * 1024 * 1024) return "here";
  return listed < LARGE_bytes ? "refused" : "either";
}

/** Files that were there from the round's beginning to its end, each with its one version. */
export function steadyFiles({ versions, steady }: ServerEvidence): [path: string, version: FileVersion][] {
  return [...versions].flatMap(([path, [version]]): [string, FileVersion][] =>
    version !== undefined && steady.has(path) ? [[path, version]] : [],
  );
}

/** Why a file that must be here is not, as far as README does not say that this may be. */
export function missing(
  server: ServerEvidence,
  path: string,
  version: FileVersion,
  evidence: Evidence,
  excuses: Excuses,
): string | undefined {
  const here = server.disk.get(nameOf(path));
  if (here?.equals(version.bytes)) return undefined;
  const excused =
    (here !== undefined && isTakenForSame(server, path, version, here, evidence) && excuses.use("sameTime")) ||
    wasNotSeen(server, path, evidence, excuses);
  return excused ? undefined : `${path}: ${here === undefined ? "it is not here" : "here is something else"}`;
}

/** An older version of the same size and of what the listing shows as the same time. */
function isTakenForSame(
  { ever, plan, allowed }: ServerEvidence,
  path: string,
  version: FileVersion,
  here: Buffer,
  { schedule: { options } }: Evidence,
): boolean {
  if (options.if_exists === "always" || here.length !== version.size) return false;
  const shown = (modified: string) => shownTime(plan, modified);
  const older = (ever.get(path) ?? []).filter(({ modified }) => shown(modified) === shown(version.modified));
  const isListed = (modified: string) => shown(modified) === shown(version.modified);
  return (
    allowed.has(printOf(here)) ||
    older.some(({ bytes }) => bytes.equals(here)) ||
    tookThePlace(ever.get(path) ?? [], here, isListed)
  );
}

/** It came after a version of its size while that was fetched: it lies here under the time that was listed then. */
export function tookThePlace(
  ever: readonly FileVersion[],
  here: Buffer,
  isListed: (modified: string) => boolean,
): boolean {
  return ever.some((version, place) => {
    const before = ever.slice(0, place).filter(({ size }) => size === version.size);
    return before.some(({ modified }) => isListed(modified)) && version.bytes.equals(here);
  });
}

/** A version's time as far as its server's listings tell it. */
export function shownTime({ listing, listTimes }: ServerEvidence["plan"], modified: string): string {
  const pattern = listing === "MLSD" ? "YYYYMMDDhhmmss" : listTimes === "minutes" ? "YYYYMMDDhhmm" : "YYYYMMDD";
  return modified.slice(0, pattern.length);
}

/** Whether the server has more than a walk may take in. */
export function hasTooMany({ versions }: ServerEvidence, { schedule }: Evidence): boolean {
  const files = [...versions].filter(([, of]) => of.some(({ went }) => went === undefined)).map(([path]) => path);
  const entries = new Set(
    files.flatMap((path) => path.split("/").map((_, depth, parts) => parts.slice(0, depth + 1).join("/"))),
  );
  // The root is none.
  return entries.size - 1 > schedule.options.max_entries;
}

/** A listing that does not show a file, and looks as if it were whole. */
export function wasNotSeen(server: ServerEvidence, path: string, evidence: Evidence, excuses: Excuses): boolean {
  const { told } = evidence;
  const outcomes = outcomesOf(evidence, server.name).filter(({ type }) => type !== "skipped");
  if (told.records !== undefined && outcomes.some((record) => record["path"] === path)) return false;
  return (
    (hasStruck(server, /^truncate (MLSD|LIST)$/) && excuses.use("shortListing")) ||
    (hasStruck(server, /^insert data (MLSD|LIST)$/) && excuses.use("garbledListing"))
  );
}
