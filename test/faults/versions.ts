import { createHash } from "node:crypto";
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
  const excused =
    (isMix(bytes, versions) && isUnguarded(server, versions, bytes) && excuses.use("mixed")) ||
    (server.lies.has(path) && isPartOfOne(bytes, versions) && excuses.use("liar"));
  if (excused) server.allowed.add(printOf(bytes));
  return excused;
}

/** The head of one version and the rest of the next one. */
function isMix(bytes: Buffer, versions: readonly FileVersion[]): boolean {
  return versions.some((older, place) => {
    const newer = versions[place + 1];
    if (newer === undefined || newer.size !== bytes.length) return false;
    let same = 0;
    while (same < bytes.length && bytes[same] === older.bytes[same]) same++;
    let at = bytes.length;
    while (at > 0 && bytes[at - 1] === newer.bytes[at - 1]) at--;
    return at <= same;
  });
}

function isUnguarded(server: ServerEvidence, versions: readonly FileVersion[], bytes: Buffer): boolean {
  const sameSecond = versions.some(({ modified }, place) => modified === versions[place + 1]?.modified);
  return bytes.length < LARGE_bytes || sameSecond || !hasClock(server);
}

/** MDTM tells of each change. */
function hasClock(server: ServerEvidence): boolean {
  return !server.plan.lacks.includes("MDTM") && !hasStruck(server, /^(reply|insert|repeat reply|forget).* MDTM$/);
}

function isPartOfOne(bytes: Buffer, versions: readonly FileVersion[]): boolean {
  return versions.some((version) => version.bytes.subarray(0, bytes.length).equals(bytes));
}
