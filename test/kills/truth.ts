import { join } from "node:path";
import type { AnyRecord } from "../../src/records/record.ts";
import { isLeftOver, type Result, resultsOf } from "../pipes/results.ts";
import { KILLED, type Ran } from "../pipes/shell.ts";
import { compareTrees, filesOf, readTree, type TreeEntry } from "../servers/trees.ts";
import type { Blow } from "./round.ts";
import type { World } from "./world.ts";

/** What lies in the buffer. */
export interface Landed {
  /** Files and folders under their final names, each below its server's. */
  readonly tree: ReadonlyMap<string, TreeEntry>;
  /** Part files, locks and notes on them. */
  readonly leftOvers: readonly string[];
}

export function landedIn(buffer: string): Landed {
  const all = [...readTree(buffer)].filter(([name]) => name !== "ballast");
  return {
    tree: new Map(all.filter(([name]) => !isLeftOver(name))),
    leftOvers: all.map(([name]) => name).filter(isLeftOver),
  };
}

/** What must lie there when all has come from these servers. */
export function wholeTree({ tree }: World, servers: readonly string[]): Map<string, TreeEntry> {
  const entries = servers.flatMap((server) => [
    [server, FOLDER] as const,
    ...[...tree].map(([name, entry]) => [`${server}/${name}`, entry] as const),
  ]);
  return new Map(entries);
}

const FOLDER: TreeEntry = { kind: "directory", size: 0, content: "", mtime: 0 };

/** Files under their final names that are not those of the servers, in words. */
export function wrongFiles(whole: ReadonlyMap<string, TreeEntry>, { tree }: Landed): string[] {
  const { extra, different } = compareTrees(whole, tree);
  return [
    ...extra.map((name) => `not on the server: ${JSON.stringify(name)}`),
    ...different.map((name) => `not as on the server: ${JSON.stringify(name)}, ${tree.get(name)?.size} bytes`),
  ];
}

/** Where a report makes it better than it is, in words. */
export function lies(ran: Ran, whole: ReadonlyMap<string, TreeEntry>, landed: Landed, buffer: string): string[] {
  const code = ran.codes.at(-1) ?? ran.code;
  const results = resultSetIn(ran.stdout);
  if (results === undefined) return code === 0 || code === 1 ? [`exit code ${code} without a report`] : [];
  const servers = [...whole].flatMap(([name, { kind }]) => (kind === "directory" && !name.includes("/") ? [name] : []));
  const found = Object.entries(results).flatMap(([server, result]) =>
    liesOf(server, result, below(server, whole), below(server, landed.tree), buffer),
  );
  if (code === 0 || code === 1) {
    for (const server of servers) if (results[server] === undefined) found.push(`${server} is not in the report`);
  }
  const worst = Math.max(0, ...Object.values(results).map(([result]) => result));
  if (code < worst) found.push(`exit code ${code} with a result ${worst}`);
  return found;
}

/** Undefined where nothing was printed, or not all of it. */
function resultSetIn(stdout: string): Record<string, Result> | undefined {
  try {
    return resultsOf(stdout);
  } catch {
    return undefined;
  }
}

function liesOf(
  server: string,
  [result, count, folder, files]: Result,
  whole: ReadonlyMap<string, number>,
  landed: ReadonlyMap<string, number>,
  buffer: string,
): string[] {
  const found: string[] = [];
  if (result === 0 && landed.size < whole.size) found.push(`result 0 with ${landed.size} of ${whole.size} files here`);
  if (result === 0 && count < whole.size) found.push(`result 0 with ${count} of ${whole.size} files`);
  if (count !== files.length) found.push(`${count} files, and names of ${files.length}`);
  if (new Set(files.map(([name]) => name)).size !== files.length) found.push("a file twice");
  if (folder !== join(buffer, server)) found.push(`the folder ${folder}`);
  for (const [name, size] of files) {
    if (landed.get(name) !== size)
      found.push(`${JSON.stringify(name)} of ${size} bytes, of which ${landed.get(name)} are here`);
  }
  return found.map((lie) => `the report says of ${server}: ${lie}`);
}

/** Sizes of a server's files by their names as a report shows them. */
function below(server: string, tree: ReadonlyMap<string, TreeEntry>): Map<string, number> {
  return new Map(
    [...filesOf(tree)]
      .filter(([name]) => name.startsWith(`${server}/`))
      .map(([name, { size }]) => [textOf(name.slice(server.length + 1)), size]),
  );
}

/** A name as records have it. */
function textOf(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}

/**
 * Files that a harvest fetched although they lay there whole, in words. Of its records: `ftp-fetch`'s. Names with U+FFFD are left out:
 * several may look the same.
 */
export function fetchedAgain(before: Landed, records: readonly AnyRecord[]): string[] {
  const here = new Set([...filesOf(before.tree).keys()].map(textOf));
  return records.flatMap(({ type, status, server, name }) => {
    const file = `${server}/${name}`;
    const again = type === "download" && status === "fetched" && here.has(file) && !file.includes("\ufffd");
    return again ? [`fetched again: ${JSON.stringify(file)}`] : [];
  });
}

/** Where a bug ended one of the commands, in its words or those of Node.js: its exit code is one that blows have, too. */
export function bugs({ stderr }: Ran): string[] {
  return stderr
    .split("\n")
    .filter((line) => /: internal error: |^Node\.js v\d|^FATAL ERROR/.test(line))
    .map((line) => `a bug: ${line}`);
}

const SIGNAL_CODES = { SIGKILL: KILLED, SIGTERM: 143, SIGINT: 130, SIGHUP: 129 } as const;

/** Exit codes that the last command may have, besides 0 when all is well. 3 for those who got nothing. */
export function codesFor(blow: Blow): readonly number[] {
  switch (blow.kind) {
    case "kill":
    case "term":
      return [3, SIGNAL_CODES[blow.name], ...(blow.victim === "program" ? [1] : [])];
    case "disk":
      return blow.disk === "buffer" ? [1] : [3];
    case "restart":
    case "stall":
      return [1];
  }
}
