import { createHash } from "node:crypto";
import { PIECE_SIZES } from "../../src/stages/fetch/segmenting.ts";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import { hasStruck, type ServerEvidence } from "./evidence.ts";
import type { Excuses } from "./excuses.ts";

/** Small files are not asked for once more. */
const LARGE_bytes = 64 * 1024;

export function isOneOf(bytes: Buffer, versions: readonly FileVersion[]): boolean {
  return versions.some((version) => version.size === bytes.length && version.bytes.equals(bytes));
}

/** A content in few characters. */
export function printOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64");
}

/** Whether what is here of a path may be there, though no version of it looks like this: README says where that happens. */
export function isExcused(server: ServerEvidence, path: string, bytes: Buffer, excuses: Excuses): boolean {
  const versions = server.versions.get(path) ?? [];
  // What an earlier round left of one is gone on with.
  const ever = server.ever.get(path) ?? [];
  const excused =
    (ever.some((older, place) => isMixedWithLater(server, bytes, older, ever.slice(place + 1))) &&
      excuses.use("mixed")) ||
    (isOfSaidSize(server, path, bytes) && isPartOfOne(bytes, versions) && excuses.use("liar"));
  if (excused) server.allowed.add(printOf(bytes));
  return excused;
}

/** Nothing of those between them need have been read. */
function isMixedWithLater(
  server: ServerEvidence,
  bytes: Buffer,
  older: FileVersion,
  later: readonly FileVersion[],
): boolean {
  return later.some((_, place) => isUnguardedMix(server, bytes, older, later.slice(place)));
}

/**
 * The head of one version and the rest of a later one, or in segments the same of several pieces, and nobody could have told by their times, or by those that came then; or the file
 * was taken away before it could be asked for.
 */
function isUnguardedMix(
  server: ServerEvidence,
  bytes: Buffer,
  older: FileVersion,
  [newer, ...then]: readonly FileVersion[],
): boolean {
  if (newer === undefined || newer.size !== bytes.length) return false;
  if (!isMix(bytes, older, newer) && !isMixOfPieces(bytes, older, newer)) return false;
  const sameSecond = [newer, ...then].some(({ modified }) => modified === older.modified);
  const isGone = [newer, ...then].at(-1)?.went !== undefined;
  return bytes.length < LARGE_bytes || sameSecond || isGone || !hasClock(server);
}

function isMix(bytes: Buffer, older: FileVersion, newer: FileVersion): boolean {
  const same = sameUntil(bytes, older, 0);
  let at = bytes.length;
  while (at > 0 && bytes[at - 1] === newer.bytes[at - 1]) at--;
  return at <= same;
}

/** Each session may have been at another place when the file changed. */
function isMixOfPieces(bytes: Buffer, older: FileVersion, newer: FileVersion): boolean {
  const { from_bytes, least_bytes } = PIECE_SIZES;
  if (bytes.length < from_bytes.number) return false;
  const most = 2 * Math.floor(bytes.length / least_bytes);
  let at = 0;
  for (let parts = 0; at < bytes.length && parts < most; parts++)
    at = Math.max(sameUntil(bytes, older, at), sameUntil(bytes, newer, at));
  return at === bytes.length;
}

/** The first byte, from one on, that is another one in this version. */
function sameUntil(bytes: Buffer, version: FileVersion, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] === version.bytes[at]) at++;
  return at;
}

/** MDTM tells of each change. */
function hasClock(server: ServerEvidence): boolean {
  return !server.plan.lacks.includes("MDTM") && !hasStruck(server, /^(reply|insert|repeat reply|forget).* MDTM$/);
}

function isOfSaidSize({ lies }: ServerEvidence, path: string, { length }: Buffer): boolean {
  const { said, listed } = lies.get(path) ?? {};
  return length === said || length === listed;
}

function isPartOfOne(bytes: Buffer, versions: readonly FileVersion[]): boolean {
  return versions.some((version) => version.bytes.subarray(0, bytes.length).equals(bytes));
}
