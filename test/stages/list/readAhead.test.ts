import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OptionValues } from "../../../src/config/options.ts";
import type { ServerSettings } from "../../../src/config/server.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { listStage } from "../../../src/stages/list.ts";
import { PATIENCE } from "../../patience.ts";
import { describeServers } from "../../servers/describeServers.ts";
import { SERVER_KINDS } from "../../servers/installed.ts";
import { startServer } from "../../servers/realServer.ts";
import type { Handler, Script } from "../../servers/scripted/script.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { plantFiles, temporaryFolder } from "../../servers/trees.ts";
import { collect, fieldOf, StageWorld } from "../stageWorld.ts";
import { EVERYTHING } from "./everything.ts";

const VALUES: OptionValues<typeof listStage.options> = {
  ...EVERYTHING,
  depth: undefined,
  jobs: undefined,
  servers: 64,
};

interface Walked {
  readonly records: readonly AnyRecord[];
  /** Folders in the order in which they were listed. */
  readonly listed: readonly string[];
  /** Sessions that listed. */
  readonly sessions: number;
  readonly mostConnected: number;
}

/** Lists one scripted server on so many connections. */
async function walk(script: Script, connections: number, settings: Partial<ServerSettings> = {}): Promise<Walked> {
  const listed: string[] = [];
  const sessions = new Set<unknown>();
  const MLSD: Handler = async (session, argument) => {
    listed.push(session.folder);
    sessions.add(session);
    const own = script.on?.["MLSD"];
    await (typeof own === "function" ? own(session, argument) : session.proceed());
  };
  await using server = await startScriptedServer({ ...script, on: { ...script.on, MLSD } });
  using world = new StageWorld();
  const record = world.add("s", { port: server.port, connections, ...settings });
  const records = await collect([record], listStage.operator(VALUES, world.context("list-1")));
  return { records: comparable(records), listed, sessions: sessions.size, mostConnected: server.mostConnected };
}

/** Without what each walk has of its own: how long it took, and where its files would land. */
function comparable(records: readonly AnyRecord[]): AnyRecord[] {
  return records.map((record) => ({ ...record, ms: undefined, buffer_path: undefined }));
}

/** So many folders with a file in each, and one beside them. */
function wide(count: number): Record<string, string> {
  const inside = Array.from({ length: count }, (_, n) => [`/d${n}/f`, "x"]);
  return Object.fromEntries([["/top", "x"], ...inside]);
}

/** Answers with nothing but the final reply. */
async function cut(session: Parameters<Handler>[0]): Promise<void> {
  const data = await session.openData();
  session.reply("150 Here.");
  await data.end();
  session.reply("426 Cut.");
}

const drawFolders = fc.array(
  fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 4 }).map((parts) => `/${parts.join("/")}/f`),
  { maxLength: 60, size: "max" },
);

describe("folders that are listed before their turn", () => {
  it("are listed by several sessions at once", async () => {
    const { sessions, mostConnected } = await walk({ files: wide(40) }, 4);
    expect([sessions, mostConnected]).toEqual([4, 4]);
  });

  it("give the records, in the order, that they give one after another", async () => {
    await fc.assert(
      fc.asyncProperty(drawFolders, fc.integer({ min: 2, max: 6 }), async (paths, connections) => {
        const files = Object.fromEntries(paths.map((path) => [path, "x"]));
        const [alone, together] = [await walk({ files }, 1), await walk({ files }, connections)];
        expect(together.records).toEqual(alone.records);
        expect(together.listed.toSorted()).toEqual(alone.listed.toSorted());
      }),
      { numRuns: 25 },
    );
  });

  it("ask for no session more where they are few: it would take longer to log in", async () => {
    for (const count of [0, 1, 4]) expect((await walk({ files: wide(count) }, 4)).mostConnected).toBe(1);
    expect((await walk({ files: wide(8) }, 4)).mostConnected).toBe(2);
  });

  it("use one session where the server has no more, and nothing has failed", async () => {
    const { records, mostConnected } = await walk({ files: wide(40), maxConnections: 1 }, 4);
    expect(mostConnected).toBeGreaterThan(1);
    expect(fieldOf(records, "file", "name")).toHaveLength(41);
    expect(records.at(-1)).toMatchObject({ type: "listed", directories: 41, complete: true });
  });

  it("are listed again in their turn where they failed", async () => {
    const asked = new Map<string, number>();
    const MLSD: Handler = (session) => {
      const count = (asked.get(session.folder) ?? 0) + 1;
      asked.set(session.folder, count);
      return session.folder !== "/" && count === 1 ? cut(session) : session.proceed();
    };
    const { records } = await walk({ files: wide(20), on: { MLSD } }, 4, { retries: 1 });
    expect(records).toEqual((await walk({ files: wide(20) }, 1)).records);
    expect(Math.max(...asked.values())).toBe(2);
  });

  it("are asked for once where they may not be read: that is final", async () => {
    const MLSD: Handler = (session) =>
      /^\/d\d*[13579]$/.test(session.folder) ? session.reply("550 Permission denied.") : session.proceed();
    const script = { files: wide(40), on: { MLSD } };
    const [alone, together] = [await walk(script, 1), await walk(script, 4)];
    expect(together.records).toEqual(alone.records);
    expect(together.listed.toSorted()).toEqual(alone.listed.toSorted());
    expect(fieldOf(together.records, "failure", "code")).toEqual(Array.from({ length: 20 }, () => "denied"));
  });

  it("are given up after a few that came to nothing: the others go one by one", async () => {
    let first: unknown;
    let cuts = 0;
    const MLSD: Handler = (session) => {
      first ??= session;
      if (session === first) return session.proceed();
      cuts++;
      return cut(session);
    };
    const { records } = await walk({ files: wide(60), on: { MLSD } }, 4, { retries: 9 });
    expect(records).toEqual((await walk({ files: wide(60) }, 1)).records);
    // Three on their way, and each may have been followed by another one; those in turn may meet such a session, too.
    expect(cuts).toBeLessThan(15);
  });

  it("are listed again in their turn where they were not whole", async () => {
    let first = true;
    const MLSD: Handler = async (session) => {
      if (session.folder !== "/d9" || !first) return session.proceed();
      first = false;
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send("no line of MLSD\r\n");
      await data.end();
      session.reply("226 Done.");
    };
    const { records, listed } = await walk({ files: wide(20), on: { MLSD } }, 4);
    expect(records).toEqual((await walk({ files: wide(20) }, 1)).records);
    expect(listed.filter((folder) => folder === "/d9")).toHaveLength(2);
  });

  it("and that stay broken are one failure each", async () => {
    const MLSD: Handler = (session) => (session.folder === "/d7" ? cut(session) : session.proceed());
    const { records } = await walk({ files: wide(20), on: { MLSD } }, 4);
    expect(fieldOf(records, "failure", "path")).toEqual(["/d7"]);
    expect(fieldOf(records, "file", "name")).toHaveLength(20);
    expect(records.at(-1)).toMatchObject({ directories: 20, complete: false });
  });

  it("count as entries in their turn only: `max_entries` ends the walk where it would", async () => {
    for (const max_entries of [1, 25, 30, 41, 61]) {
      const [alone, together] = [
        await walk({ files: wide(20) }, 1, { max_entries }),
        await walk({ files: wide(20) }, 4, { max_entries }),
      ];
      expect(together.records).toEqual(alone.records);
    }
  });

  it("come whole where they are too large for memory", async () => {
    const many = Array.from({ length: 6_000 }, (_, n) => `type=file;size=1; ${n}`);
    const folders = Array.from({ length: 12 }, (_, n) => `d${n}`);
    const mlsd = {
      "/": folders.map((name) => `type=dir; ${name}`),
      ...Object.fromEntries(folders.map((name) => [`/${name}`, many])),
    };
    const { records, mostConnected } = await walk({ mlsd }, 3);
    const expected = folders.flatMap((name) => many.map((_, n) => `${name}/${n}`));
    expect(fieldOf(records, "file", "name")).toEqual(expected);
    expect(records.at(-1)).toMatchObject({ complete: true });
    expect(mostConnected).toBe(3);
  });

  it("tell names that would be the same here only within one folder", async () => {
    // In latin-1 the first is here as the bytes of the second.
    const mlsd = {
      "/": Array.from({ length: 12 }, (_, n) => `type=dir; d${n}`),
      ...Object.fromEntries(
        Array.from({ length: 12 }, (_, n) => [`/d${n}`, [`type=file;size=1; ${n % 2 === 0 ? "\xff" : "\xc3\xbf"}`]]),
      ),
    };
    const [alone, together] = [await walk({ mlsd }, 1), await walk({ mlsd }, 4)];
    expect(together.records).toEqual(alone.records);
    expect(fieldOf(together.records, "file", "name")).toHaveLength(12);
  });

  it("end with the walk: a signal leaves no session and no listing", async () => {
    let waiting = 0;
    using world = new StageWorld();
    const MLSD: Handler = async (session) => {
      if (session.folder === "/") return session.proceed();
      const data = await session.openData();
      session.reply("150 Here.");
      waiting++;
      if (waiting === 3) world.stop.abort();
      await data.gone();
    };
    await using server = await startScriptedServer({ files: wide(20), on: { MLSD } });
    const record = world.add("s", { port: server.port, connections: 3 });
    const records = await collect([record], listStage.operator(VALUES, world.context("list-1")));
    expect(waiting).toBe(3);
    expect(records.at(-1)).toMatchObject({ type: "listed", directories: 1, complete: false });
    await expect.poll(() => server.connected, PATIENCE).toBe(0);
  });

  it("end with the walk: what `max_entries` ends leaves no listing under way", async () => {
    const MLSD: Handler = async (session) => {
      if (session.folder === "/" || session.folder === "/d0") return session.proceed();
      const data = await session.openData();
      session.reply("150 Here.");
      await data.gone();
    };
    await using server = await startScriptedServer({ files: wide(20), on: { MLSD } });
    using world = new StageWorld();
    const record = world.add("s", { port: server.port, connections: 3, max_entries: 21 });
    const records = await collect([record], listStage.operator(VALUES, world.context("list-1")));
    expect(fieldOf(records, "failure", "code")).toEqual(["listing_incomplete"]);
    await expect.poll(() => server.connected, PATIENCE).toBe(0);
  });
});

describeServers(SERVER_KINDS, (kind) => {
  it("lists a tree of many folders on several sessions as on one", async () => {
    using root = temporaryFolder();
    plantFiles(root.path, { count: 300, directories: 60, sizes: [0] });
    await using server = await startServer({ kind, root: root.path });
    const listing = async (connections: number) => {
      using world = new StageWorld();
      const { port, user, password } = server;
      const record = world.add("s", { port, user, password, connections });
      return comparable(await collect([record], listStage.operator(VALUES, world.context("list-1"))));
    };
    const records = await listing(5);
    expect(records).toEqual(await listing(1));
    expect(records.at(-1)).toMatchObject({ directories: 61, files: 300, complete: true });
  });
});
