import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeServers } from "../servers/describeServers.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import {
  compareTrees,
  filesOf,
  plantFiles,
  plantOddNames,
  readTree,
  SAME,
  type TreeEntry,
  temporaryFolder,
} from "../servers/trees.ts";
import { type Result, recordsOf, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

/** Names that a server does not list at all. */
const HIDDEN: Readonly<Record<ServerKind, readonly string[]>> = {
  vsftpd: [],
  proftpd: [],
  "pure-ftpd": ["odd/tab\there"],
};

/** Names that a server lists and then refuses to send (Pure-FTPd: 553). */
const REFUSED: Readonly<Record<ServerKind, readonly string[]>> = {
  vsftpd: [],
  proftpd: [],
  "pure-ftpd": ["odd/back\\slash"],
};

/** Links to files, by what they lead to: they are harvested as files. */
const LINKS: Readonly<Record<string, string>> = {
  "links/to-file": "links/target.txt",
  "links/with space link": "links/target.txt",
};

type Security = "none" | "explicit" | "explicit, with TLS sessions resumed" | "implicit";

const SECURITY: Readonly<Record<ServerKind, readonly Security[]>> = {
  vsftpd: ["none", "explicit, with TLS sessions resumed", "implicit"],
  proftpd: ["none", "explicit, with TLS sessions resumed", "implicit"],
  // It has no implicit TLS, and can't require sessions to be resumed.
  "pure-ftpd": ["none", "explicit"],
};

const data = temporaryFolder();

beforeAll(() => {
  const plain = join(data.path, "plain");
  mkdirSync(plain);
  plantFiles(plain, { count: 60 });
  plantOddNames(data.path);
});

afterAll(() => data[Symbol.dispose]());

describeServers(SERVER_KINDS, (kind) => {
  describe.concurrent.each(SECURITY[kind])("%s", (security) => {
    it("the pipe brings every file byte by byte, with its time; the second time all is unchanged", async () => {
      await using server = await serve(kind, security);
      await using shell = configured(server, security);
      const expected = harvestOf(kind);
      const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch -j 5 | tee f.ndjson | ftp-report");
      expect(ran.stderr).toBe("");
      expectHarvest(kind, expected, shell.buffer);
      expect(resultsOf(ran.stdout)).toEqual({ [kind]: resultFor(shell.buffer, kind, expected) });
      expect(ran.code).toBe(REFUSED[kind].length > 0 ? 1 : 0);
      const failures = recordsOf(shell.read("f.ndjson")).filter(({ type }) => type === "failure");
      expect(failures.map(({ name }) => name)).toEqual(REFUSED[kind]);

      // One process instead of three: the second time through the pipe is in filters.test.ts.
      const again = await shell.run("ftp-harvest cfg.yaml");
      const [result] = resultFor(shell.buffer, kind, expected);
      expect(resultsOf(again.stdout)).toEqual({ [kind]: [result, 0, join(shell.buffer, kind), []] });
    });
  });

  it("ftp-harvest brings the same", async () => {
    await using server = await serve(kind, "none");
    await using shell = configured(server, "none");
    const expected = harvestOf(kind);
    const results = { [kind]: resultFor(shell.buffer, kind, expected) };
    const ran = await shell.run("ftp-harvest cfg.yaml");
    expect(ran.stderr).toBe("");
    expectHarvest(kind, expected, shell.buffer);
    expect(resultsOf(ran.stdout)).toEqual(results);
  });
});

function serve(kind: ServerKind, security: Security): Promise<RealServer> {
  const secure = secureOf(security);
  const tls = secure === "none" ? undefined : secure;
  return startServer({ kind, root: data.path, tls, requireSessionReuse: security.includes("resumed") });
}

function configured({ kind, host, port, user, password, caFile }: RealServer, security: Security): Shell {
  const shell = new Shell();
  const secure = secureOf(security);
  shell.configure({ [kind]: { host, port, user, password, secure, ...(secure !== "none" && { ca: caFile }) } });
  return shell;
}

function secureOf(security: Security): "none" | "explicit" | "implicit" {
  return security === "none" || security === "implicit" ? security : "explicit";
}

/** What a harvest of the data must bring: its files, and those behind links. */
function harvestOf(kind: ServerKind): Map<string, TreeEntry> {
  const files = filesOf(readTree(data.path));
  for (const [link, target] of Object.entries(LINKS)) {
    const entry = files.get(target);
    if (entry !== undefined) files.set(link, entry);
  }
  for (const name of [...HIDDEN[kind], ...REFUSED[kind]]) files.delete(name);
  return files;
}

/** Byte by byte. Times are those of the server, as exact as it tells them: MLSD to the second, LIST to the day for old files. */
function expectHarvest(kind: ServerKind, expected: Map<string, TreeEntry>, buffer: string): void {
  const landed = filesOf(readTree(join(buffer, kind)));
  expect(compareTrees(expected, landed)).toEqual(SAME);
  const precision_s = kind === "vsftpd" ? 86_400 : 1;
  for (const [name, { mtime }] of expected) {
    const told = Math.floor(mtime / precision_s);
    expect([name, Math.floor((landed.get(name)?.mtime ?? 0) / precision_s)]).toEqual([name, told]);
  }
  expect([...readTree(buffer).keys()].filter((name) => /fh-(part|lock)/.test(name))).toEqual([]);
}

function resultFor(buffer: string, kind: ServerKind, expected: Map<string, TreeEntry>): Result {
  const files = [...expected].map(([name, { size }]) => [decoded(name), size] as const);
  const sorted = files.sort(([a], [b]) => (a < b ? -1 : 1));
  return [REFUSED[kind].length > 0 ? 1 : 0, files.length, join(buffer, kind), sorted];
}

/** A name's bytes as the result set shows them: those that are no UTF-8 as U+FFFD. */
function decoded(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("utf8");
}
