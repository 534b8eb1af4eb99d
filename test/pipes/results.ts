import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { AnyRecord } from "../../src/records/record.ts";
import type { Shell } from "./shell.ts";

/** A server's part of the result set. */
export type Result = readonly [
  result: number,
  number_of_files: number,
  buffer_path: string,
  files: readonly (readonly [name: string, size: number])[],
];

/** The result set that `ftp-report` printed, by server. */
export function resultsOf(stdout: string): Record<string, Result> {
  return JSON.parse(stdout);
}

/** A result as it is when all of these files came. */
export function whole(shell: Shell, server: string, files: Readonly<Record<string, number>>): Result {
  const named = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return [0, named.length, `${shell.buffer}/${server}`, named];
}

/** A result of a server that gave nothing. */
export function nothing(shell: Shell, server: string, result: 0 | 1 = 1): Result {
  return [result, 0, `${shell.buffer}/${server}`, []];
}

/** The records of an NDJSON text. */
export function recordsOf(text: string): AnyRecord[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** What lies below a folder, without the folders themselves; nothing when it is not there. Files may come and go meanwhile. */
export function landed(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** A part file, a lock, or a note on them: what a run that was cut short may leave for the next one. */
export function isLeftOver(name: string): boolean {
  return /(^|\/)\.[^/]+\.fh-(part|parts|lock)$/.test(name);
}
