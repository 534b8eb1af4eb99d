import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServerSettings } from "../../src/config/server.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { fetchStage } from "../../src/stages/fetch.ts";
import { listStage } from "../../src/stages/list.ts";
import { describeServers } from "../servers/describeServers.ts";
import { ENCODED_NAMES, type EncodedName, plantEncodedNames } from "../servers/encodedNames.ts";
import { SERVER_KINDS } from "../servers/installed.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import {
  bytesOf,
  compareTrees,
  filesOf,
  plantFile,
  readTree,
  SAME,
  type TreeEntry,
  temporaryFolder,
} from "../servers/trees.ts";
import { EVERYTHING } from "./list/everything.ts";
import { collect, fieldOf, StageWorld } from "./stageWorld.ts";

const LIST = { ...EVERYTHING, depth: 100, jobs: undefined, servers: 64 };
const FETCH = {
  jobs: undefined,
  rate: undefined,
  segments: undefined,
  to: undefined,
  waitLock: 0,
  servers: 64,
  keepOrder: false,
  checksum: false,
};

/** 能力表 in Shift_JIS: two of its bytes are backslashes. */
const WITH_BACKSLASHES = "\x94\\\x97\xcd\x95\\.txt";
/** 200 bytes of GBK are 300 of UTF-8. */
const LONG = "\xb1\xa8".repeat(100);

const data = temporaryFolder();

beforeAll(() => {
  plantEncodedNames(data.path);
  plantFile(data.path, `backslashes/${WITH_BACKSLASHES}`, bytesOf("backslashes", 10));
  plantFile(data.path, `long/${LONG}`, bytesOf("long", 10));
});

afterAll(() => data[Symbol.dispose]());

interface Harvest {
  readonly records: readonly AnyRecord[];
  readonly landed: ReadonlyMap<string, TreeEntry>;
}

/** Lists and fetches a folder of a server. */
async function harvest(server: RealServer, settings: Partial<ServerSettings>, include?: string[]): Promise<Harvest> {
  using world = new StageWorld();
  const { port, user, password } = server;
  const record = world.add("s", { port, user, password, timeout_ms: 30_000, ...settings });
  const listed = await collect([record], listStage.operator({ ...LIST, include }, world.context("list-1")));
  const records = await collect(listed, fetchStage.operator(FETCH, world.context("fetch-1")));
  const here = join(world.folder, "s");
  return { records, landed: existsSync(here) ? filesOf(readTree(here)) : new Map() };
}

/** What must have landed: each file's bytes under its name here. */
function expected(encoding: string, nameHere: (name: EncodedName) => string): Map<string, TreeEntry> {
  const there = readTree(join(data.path, encoding));
  return new Map(
    ENCODED_NAMES[encoding]?.map((name) => {
      const entry = there.get(name.wire);
      if (entry === undefined) throw new Error(`${name.text} was not planted`);
      return [nameHere(name), entry];
    }),
  );
}

function contentsOf(files: ReadonlyMap<string, TreeEntry>): string[] {
  return [...files.values()].map(({ content }) => content).toSorted();
}

describeServers(SERVER_KINDS, (kind) => {
  describe.concurrent.each(Object.keys(ENCODED_NAMES))("names in %s", (encoding) => {
    it("are shown readable, asked for with their bytes, and readable here", async () => {
      await using server = await startServer({ kind, root: data.path });
      const { records, landed } = await harvest(server, { encoding, paths: [`/${encoding}`] });
      expect(fieldOf(records, "failure", "message")).toEqual([]);
      const texts = ENCODED_NAMES[encoding]?.map(({ text }) => text);
      expect(fieldOf(records, "download", "name").toSorted()).toEqual(texts?.toSorted());
      expect(
        compareTrees(
          expected(encoding, ({ local }) => local),
          landed,
        ),
      ).toEqual(SAME);
    });

    it("are those of the server with `local_names: bytes`", async () => {
      await using server = await startServer({ kind, root: data.path });
      const settings = { encoding, paths: [`/${encoding}`], local_names: "bytes" } as const;
      const { records, landed } = await harvest(server, settings);
      expect(fieldOf(records, "failure", "message")).toEqual([]);
      expect(
        compareTrees(
          expected(encoding, ({ wire }) => wire),
          landed,
        ),
      ).toEqual(SAME);
    });

    it("come whole where another encoding is configured", async () => {
      await using server = await startServer({ kind, root: data.path });
      const contents = contentsOf(expected(encoding, ({ wire }) => wire));
      for (const wrong of ["utf-8", "gbk", "big5", "latin1"]) {
        const { records, landed } = await harvest(server, { encoding: wrong, paths: [`/${encoding}`] });
        expect(fieldOf(records, "failure", "message")).toEqual([]);
        expect(contentsOf(landed)).toEqual(contents);
      }
    });
  });

  it.concurrent("names are chosen by what people read, and so are paths", async () => {
    await using server = await startServer({ kind, root: data.path });
    const gbk = { encoding: "gbk" };
    const some = await harvest(server, { ...gbk, paths: ["/gbk"] }, ["*报表*"]);
    expect(fieldOf(some.records, "download", "name").toSorted()).toEqual(["数据/报表.csv", "日报表.csv"].toSorted());
    const folder = await harvest(server, { ...gbk, paths: ["/gbk/数据"] }, ["*.csv"]);
    expect(fieldOf(folder.records, "download", "name").toSorted()).toEqual(["\ufffd\ufffd.csv", "报表.csv"].toSorted());
    expect([...folder.landed.keys()]).toContain("\xff\xfe.csv");
    const two = await harvest(server, { ...gbk, paths: ["/gbk/数据", "/long"], local_names: "bytes" });
    expect([...two.landed.keys()]).toContain("gbk/\xca\xfd\xbe\xdd/\xb1\xa8\xb1\xed.csv");
  });

  it.concurrent("a name that is too long as text lands with its bytes", async () => {
    await using server = await startServer({ kind, root: data.path });
    const settings = { encoding: "gbk", paths: ["/long"] };
    const { records } = await harvest(server, settings);
    expect(fieldOf(records, "failure", "code")).toEqual(["unsafe_name"]);
    expect(fieldOf(records, "failure", "message")[0]).toContain("`local_names: bytes` keeps it");
    const { landed } = await harvest(server, { ...settings, local_names: "bytes" });
    expect([...landed.keys()]).toEqual([LONG]);
  });

  it.concurrent("a backslash may be half a character, unless the server refuses it", async () => {
    await using server = await startServer({ kind, root: data.path });
    const { records } = await harvest(server, { encoding: "shift_jis", paths: ["/backslashes"] });
    // Pure-FTPd: 553 Prohibited file name
    const type = kind === "pure-ftpd" ? "failure" : "download";
    expect(fieldOf(records, type, "name")).toEqual(["能力表.txt"]);
  });
});
