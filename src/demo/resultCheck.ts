import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { printable } from "../records/printable.ts";
import type { Branches } from "./branches.ts";

/** What a harvest left behind, to be held against what was staged. */
export interface Harvest {
  /** Exit code of ftp-report. */
  readonly code: number | undefined;
  /** What `ftp-report --format json` wrote. */
  readonly resultSet: string;
  /** All records, as NDJSON. */
  readonly stream: string;
}

/**
 * Differences between what was staged and what came: exit code, result set, failures, and each file on disk, byte by byte.
 * One sentence each; none when all is as it should be. It trusts nothing that the toolkit says of itself but what it checks.
 */
export async function differences(branches: Branches, harvest: Harvest): Promise<string[]> {
  const found = [
    ...exitDifferences(harvest.code),
    ...resultDifferences(branches, harvest.resultSet),
    ...failureDifferences(branches, harvest.stream),
    ...(await diskDifferences(branches)),
  ];
  return found.map(printable);
}

/** Two servers failed, so 1. */
function exitDifferences(code: number | undefined): string[] {
  return code === 1 ? [] : [`ftp-report ended with exit code ${code}, not 1.`];
}

/** `{ "<server>": [result, number_of_files, buffer_path, [[file, size], …]] }`, files in any order. */
function resultDifferences({ buffer, expected }: Branches, text: string): string[] {
  const results = parsed(text);
  if (typeof results !== "object" || results === null) return ["The result set is no JSON object."];
  const seen = new Map(Object.entries(results));
  const wanted = new Map<string, unknown>();
  for (const { server } of expected.failed) wanted.set(server, [1, 0, join(buffer, server), []]);
  for (const [server, files] of expected.contents) {
    const rows = [...files].map(([name, bytes]) => [name, bytes.length]);
    wanted.set(server, [0, files.size, join(buffer, server), sorted(rows)]);
  }
  const names = new Set([...wanted.keys(), ...seen.keys()]);
  return [...names].flatMap((server) => {
    const is = withSortedFiles(seen.get(server));
    const should = wanted.get(server);
    if (isDeepStrictEqual(is, should)) return [];
    return [
      `${server}: the result set says ${JSON.stringify(is) ?? "nothing"}, not ${JSON.stringify(should) ?? "nothing"}.`,
    ];
  });
}

/** Each failed server has a failure with its code, and no other server has any. */
function failureDifferences({ expected }: Branches, stream: string): string[] {
  const failures = stream.split("\n").map(parsed).filter(isFailure);
  const missing = expected.failed.filter(
    ({ server, code }) => !failures.some((failure) => failure.server === server && failure.code === code),
  );
  const staged = new Set<unknown>(expected.failed.map(({ server }) => server));
  return [
    ...missing.map(({ server, code }) => `${server}: no failure says ${code}.`),
    ...failures.filter(({ server }) => !staged.has(server)).map((failure) => `Not staged: ${JSON.stringify(failure)}`),
  ];
}

/** Below each server's folder: all its files, whole, and nothing else. */
async function diskDifferences({ buffer, expected }: Branches): Promise<string[]> {
  const found: string[] = [];
  for (const { server } of expected.failed) {
    for (const name of await filesBelow(join(buffer, server))) found.push(`${server}: ${name} should not be here.`);
  }
  for (const [server, files] of expected.contents) {
    const here = new Set(await filesBelow(join(buffer, server)));
    for (const [name, bytes] of files) {
      if (!here.delete(name)) found.push(`${server}: ${name} is not here.`);
      else if (!(await readFile(join(buffer, server, name))).equals(bytes)) found.push(`${server}: ${name} differs.`);
    }
    for (const name of here) found.push(`${server}: ${name} should not be here.`);
  }
  return found;
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  } catch {
    // Servers that gave nothing may have no folder.
    return [];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFailure(record: unknown): record is { readonly server?: unknown; readonly code?: unknown } {
  return typeof record === "object" && record !== null && "type" in record && record.type === "failure";
}

/** A server's row with its files in order of name. */
function withSortedFiles(row: unknown): unknown {
  if (!Array.isArray(row) || !Array.isArray(row[3])) return row;
  return [...row.slice(0, 3), sorted(row[3]), ...row.slice(4)];
}

function sorted(files: readonly unknown[]): unknown[] {
  return files.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
