import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServerSettings } from "../../../src/config/server.ts";
import { BLOCK_BYTES } from "../../../src/flow/spillFile.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { type FileSelection, fileSelection } from "../../../src/stages/list/fileSelection.ts";
import type { ShelfLimits } from "../../../src/stages/list/shelf.ts";
import { walk } from "../../../src/stages/list/walk.ts";
import { heapBytes } from "../../heap.ts";
import { PATIENCE } from "../../patience.ts";
import { describeServers } from "../../servers/describeServers.ts";
import { SERVER_KINDS } from "../../servers/installed.ts";
import { type RealServer, startServer } from "../../servers/realServer.ts";
import type { Handler, Script } from "../../servers/scripted/script.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { plantFiles, temporaryFolder } from "../../servers/trees.ts";
import { fieldOf, StageWorld } from "../stageWorld.ts";
import { EVERYTHING } from "./everything.ts";
import { openSpills } from "./openSpills.ts";

/** Some ten entries, and half a dozen folders, stay in memory. */
const SMALL: ShelfLimits = { entriesInMemory: 6_500, foldersInMemory: 4_000, onDisk: 1024 ** 2 };

interface Options extends Partial<ServerSettings> {
  readonly limits?: ShelfLimits;
  readonly foldersAtOnce?: number;
  readonly selection?: FileSelection;
  readonly include?: string[];
  /** Something else than a folder stands where the spill folder should be. */
  readonly noSpillFolder?: true;
}

/** A walk of one scripted server, its batches still to be taken. */
async function walkOn(script: Script, options: Options = {}) {
  const server = await startScriptedServer(script);
  return { ...walkOf(server, options), server };
}

/** The server is stopped in the end. */
function walkOf(
  server: Pick<RealServer, "port" | "stop"> & Partial<Pick<RealServer, "user" | "password">>,
  {
    limits = SMALL,
    foldersAtOnce = 1,
    include,
    selection = fileSelection({ ...EVERYTHING, include }, "UTC", Date.now()),
    noSpillFolder,
    ...settings
  }: Options = {},
) {
  const { port, user = "u", password = "p" } = server;
  const world = new StageWorld();
  world.add("s", { port, user, password, ...settings });
  const { signal, ...context } = world.context("list-1");
  const its = context.settings("", "s");
  const { pool, end } = context.pools.use(its);
  const spillFolder = join(world.folder, "spill");
  if (noSpillFolder) writeFileSync(spillFolder, "");
  const stamp = { run: "r", by: "list-1" };
  const batches = walk({
    settings: its,
    pool,
    signal,
    selection,
    depth: undefined,
    foldersAtOnce,
    stamp,
    spillFolder,
    limits,
  });
  const close = async () => {
    end();
    world[Symbol.dispose]();
    await server.stop();
  };
  return { batches, spillFolder, stop: world.stop, [Symbol.asyncDispose]: close };
}

async function recordsOf(batches: AsyncIterable<readonly AnyRecord[]>): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for await (const batch of batches) records.push(...batch);
  return records;
}

function files(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `type=file;size=${n}; f${n}`);
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, n) => `f${n}`);
}

describe("a directory that is too large for memory", () => {
  it("comes whole and in order, and has no name on disk, meanwhile and afterwards", async () => {
    await using on = await walkOn({ mlsd: { "/": files(8_000) } });
    const records: AnyRecord[] = [];
    const onDisk: number[] = [];
    for await (const batch of on.batches) {
      records.push(...batch);
      expect(readdirSync(on.spillFolder)).toEqual([]);
      onDisk.push(...openSpills(on.spillFolder));
    }
    expect(fieldOf(records, "file", "name")).toEqual(names(8_000));
    expect(records.at(-1)).toMatchObject({ type: "listed", files: 8_000, complete: true });
    expect(onDisk[0]).toBeGreaterThan(100_000);
    expect(openSpills(on.spillFolder)).toEqual([]);
    expect(readdirSync(on.spillFolder)).toEqual([]);
  });

  it("keeps every byte of its names, and where its links lead", async () => {
    const odd = ["\xc8\xd5\xb1\xa8", '"quoted"', "tab\there", "\xe2\x80\xa8", "  spaces  "];
    const lines = odd.map((name) => `type=file;size=1; ${name}`);
    await using on = await walkOn({ mlsd: { "/": [...files(100), ...lines, "type=OS.unix=slink:a\x1bb; link"] } });
    const records = await recordsOf(on.batches);
    const its = records.filter(({ type }) => type === "file").slice(100);
    const bytes = its.map(({ raw, path }) =>
      typeof raw === "string" ? Buffer.from(raw, "base64") : Buffer.from(String(path)),
    );
    expect(bytes.map((path) => path.toString("latin1"))).toEqual(odd.map((name) => `/${name}`));
    expect(fieldOf(records, "skipped", "reason")).toEqual(["a link that leads nowhere, to a\\x1bb"]);
  });

  it("that is past its cap gives what came first and is incomplete; the walk goes on", async () => {
    const limits = { ...SMALL, onDisk: 4 * BLOCK_BYTES };
    const script = { mlsd: { "/": ["type=dir; sub", ...files(8_000)], "/sub": ["type=file;size=1; inner"] } };
    await using on = await walkOn(script, { limits });
    const records = await recordsOf(on.batches);
    const found = fieldOf(records, "file", "name");
    const first = found.length - 1;
    expect(first).toBeGreaterThan(500);
    expect(first).toBeLessThan(2_000);
    expect(found).toEqual([...names(first), "sub/inner"]);
    expect(records.filter(({ type }) => type === "failure")).toMatchObject([
      {
        code: "listing_incomplete",
        path: "/",
        message: `more entries than there is room for: ${4 * BLOCK_BYTES} bytes on disk wait already`,
      },
    ]);
    expect(records.at(-1)).toMatchObject({ directories: 2, files: found.length, complete: false });
    expect(openSpills(on.spillFolder)).toEqual([]);
  });

  it("without an end has one", async () => {
    const text = files(10_000).join("\r\n");
    const MLSD: Handler = async (session) => {
      const data = await session.openData();
      session.reply("150 Here.");
      let over = false;
      void data.gone().then(() => {
        over = true;
      });
      while (!over) {
        await data.send(`${text}\r\n`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await using on = await walkOn({ on: { MLSD } });
    const records = await recordsOf(on.batches);
    expect(fieldOf(records, "failure", "code")).toEqual(["listing_incomplete"]);
    expect(records.at(-1)).toMatchObject({ complete: false });
    expect(fieldOf(records, "file", "name").slice(0, 10_000)).toEqual(names(10_000));
  });

  it("is incomplete where the disk takes nothing, and says why", async () => {
    await using on = await walkOn({ mlsd: { "/": files(8_000) } }, { noSpillFolder: true });
    const records = await recordsOf(on.batches);
    const found = fieldOf(records, "file", "name");
    expect(found.length).toBeGreaterThan(10);
    expect(found).toEqual(names(found.length));
    const [failure] = records.filter(({ type }) => type === "failure");
    expect(failure).toMatchObject({ code: "listing_incomplete", path: "/" });
    expect(failure?.["message"]).toMatch(/^more entries than there is room for: can't put records aside in .*EEXIST/);
    expect(records.at(-1)).toMatchObject({ files: found.length, complete: false });
  });

  it("that fits into memory asks nothing of the disk", async () => {
    await using on = await walkOn({ mlsd: { "/": files(10) } }, { noSpillFolder: true });
    expect((await recordsOf(on.batches)).at(-1)).toMatchObject({ files: 10, complete: true });
  });

  it("has no entry twice where it was cut off and tried again", async () => {
    const MLSD: Handler = async (session) => {
      if (session.count() > 1) return session.proceed();
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send(`${files(3_000).join("\r\n")}\r\n`);
      await data.end();
      session.reply("426 Cut.");
    };
    await using on = await walkOn({ mlsd: { "/": files(5_000) }, on: { MLSD } }, { retries: 1 });
    const records = await recordsOf(on.batches);
    expect(on.server.lines().filter((line) => line === "MLSD")).toHaveLength(2);
    expect(fieldOf(records, "file", "name")).toEqual(names(5_000));
    expect(records.at(-1)).toMatchObject({ files: 5_000, complete: true });
  });

  it("that was never whole leaves nothing behind for the next one", async () => {
    const MLSD: Handler = async (session) => {
      if (session.folder !== "/cut") return session.proceed();
      const data = await session.openData();
      session.reply("150 Here.");
      await data.send(`${files(3_000).join("\r\n")}\r\n`);
      await data.end();
      session.reply("426 Cut.");
    };
    const script = { mlsd: { "/": ["type=dir; cut", "type=dir; next"], "/cut": [], "/next": files(10) }, on: { MLSD } };
    await using on = await walkOn(script);
    const records: AnyRecord[] = [];
    const onDisk: number[] = [];
    for await (const batch of on.batches) {
      records.push(...batch);
      onDisk.push(...openSpills(on.spillFolder));
    }
    // With the failure, and with the next folder's files.
    expect(onDisk).toEqual([0, 0]);
    expect(fieldOf(records, "failure", "path")).toEqual(["/cut"]);
    expect(fieldOf(records, "file", "name")).toEqual(names(10).map((name) => `next/${name}`));
  });

  it.each(["is left", "is stopped"])("gives the disk its space back when the walk %s in the middle", async (how) => {
    await using on = await walkOn({ mlsd: { "/": files(8_000) } });
    await on.batches.next();
    expect(openSpills(on.spillFolder)).toHaveLength(1);
    if (how === "is left") {
      await on.batches.return();
    } else {
      on.stop.abort();
      const rest = await recordsOf(on.batches);
      expect(rest).toMatchObject([{ type: "listed", complete: false }]);
    }
    expect(openSpills(on.spillFolder)).toEqual([]);
  });

  it("lets others have their turn also where none of it is wanted", async () => {
    let turns = 0;
    let over = false;
    const turn = () => {
      turns++;
      if (!over) setImmediate(turn);
    };
    const MLSD: Handler = async (session) => {
      await session.proceed();
      turn();
    };
    const limits = { ...SMALL, onDisk: 1024 ** 3 };
    await using on = await walkOn({ mlsd: { "/": files(50_000) }, on: { MLSD } }, { include: ["*.csv"], limits });
    expect(await recordsOf(on.batches)).toMatchObject([{ files: 0, complete: true }]);
    over = true;
    expect(turns).toBeGreaterThan(40);
  });
});

describe("many folders in one", () => {
  const folders = Array.from({ length: 600 }, (_, n) => `d${n}`);
  const tree = {
    "/": folders.map((name) => `type=dir; ${name}`),
    ...Object.fromEntries(folders.map((name) => [`/${name}`, ["type=file;size=1; f"]])),
  };

  it("wait on disk for their turn, in their order", async () => {
    await using on = await walkOn({ mlsd: tree });
    const records: AnyRecord[] = [];
    const onDisk: number[] = [];
    for await (const batch of on.batches) {
      records.push(...batch);
      onDisk.push(...openSpills(on.spillFolder));
    }
    expect(fieldOf(records, "file", "name")).toEqual(folders.map((name) => `${name}/f`));
    expect(records.at(-1)).toMatchObject({ directories: 601, complete: true });
    expect(Math.max(...onDisk)).toBeGreaterThan(0);
    expect(openSpills(on.spillFolder)).toEqual([]);
  });

  it("take nothing of the disk before their turn, so that it is there for the one whose turn it is", async () => {
    const twelve = Array.from({ length: 12 }, (_, n) => `d${n}`);
    const mlsd = {
      "/": twelve.map((name) => `type=dir; ${name}`),
      ...Object.fromEntries(twelve.map((name) => [`/${name}`, files(900)])),
    };
    let listed = 0;
    const MLSD: Handler = async (session) => {
      await session.proceed();
      listed++;
    };
    await using on = await walkOn({ mlsd, on: { MLSD } }, { foldersAtOnce: 4 });
    const first = [await on.batches.next(), await on.batches.next()];
    await expect.poll(() => listed, PATIENCE).toBeGreaterThan(4);
    // Those of the folder in hand; nine hundred take four blocks.
    expect(openSpills(on.spillFolder)[0]).toBeLessThan(6 * BLOCK_BYTES);
    const rest = await recordsOf(on.batches);
    expect(first.map(({ done }) => done)).toEqual([false, false]);
    expect(rest.at(-1)).toMatchObject({ files: 10_800, complete: true });
  });

  it("are listed before their turn only as far as memory is meant for that, while nobody reads", async () => {
    const listed = new Set<string>();
    const MLSD: Handler = async (session) => {
      await session.proceed();
      listed.add(session.folder);
    };
    const wide = Array.from({ length: 200 }, (_, n) => `d${n}`);
    const mlsd = {
      "/": wide.map((name) => `type=dir; ${name}`),
      ...Object.fromEntries(wide.map((name) => [`/${name}`, files(10)])),
    };
    // 8,000 bytes each; 10,000 while one is under way.
    const limits = { entriesInMemory: 80_000, foldersInMemory: 1024 ** 2, onDisk: 1024 ** 2 };
    await using on = await walkOn({ mlsd, on: { MLSD } }, { limits, foldersAtOnce: 40, connections: 40 });
    // The first folder has told that there are others.
    await on.batches.next();
    await expect.poll(() => listed.size, PATIENCE).toBeGreaterThan(5);
    let before = -1;
    while (before < listed.size) {
      before = listed.size;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    expect(listed.size).toBeGreaterThan(5);
    expect(listed.size).toBeLessThan(14);
    const rest = await recordsOf(on.batches);
    expect(rest.at(-1)).toMatchObject({ directories: 201, files: 2_000, complete: true });
  });

  it("are walked as far as there is room for them, and the rest is one failure", async () => {
    const limits = { ...SMALL, entriesInMemory: 1024 ** 2 };
    await using on = await walkOn({ mlsd: tree }, { limits, noSpillFolder: true });
    const records = await recordsOf(on.batches);
    const found = fieldOf(records, "file", "name");
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(folders.slice(0, found.length).map((name) => `${name}/f`));
    const [failure, ...others] = records.filter(({ type }) => type === "failure");
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ code: "listing_incomplete", path: "/" });
    const missing = `${600 - found.length} more folders in it than there is room for: can't put records aside`;
    expect(failure?.["message"]).toContain(missing);
    expect(records.at(-1)).toMatchObject({ directories: found.length + 1, complete: false });
  });
});

it("is ended by a bug of ours, which is no fault of the server's", async () => {
  const bug = new TypeError("not a function");
  const selection: FileSelection = {
    file: () => true,
    folder() {
      throw bug;
    },
  };
  await using on = await walkOn({ folders: ["/a"] }, { selection });
  await expect(recordsOf(on.batches)).rejects.toBe(bug);
});

const root = temporaryFolder();

beforeAll(() => plantFiles(root.path, { count: 1_500, directories: 0, sizes: [0] }));
afterAll(() => root[Symbol.dispose]());

describeServers(SERVER_KINDS, (kind) => {
  it("lists a directory whole that is too large for memory", async () => {
    await using on = walkOf(await startServer({ kind, root: root.path }));
    await on.batches.next();
    expect(openSpills(on.spillFolder)[0]).toBeGreaterThan(BLOCK_BYTES);
    const rest = await recordsOf(on.batches);
    expect(rest.at(-1)).toMatchObject({ type: "listed", files: 1_500, complete: true });
  });
});

it("memory does not grow with a directory whose reader does not read", async () => {
  const MLSD: Handler = async (session) => {
    const data = await session.openData();
    session.reply("150 Here.");
    for (let at = 0; at < 100_000; at += 1_000) {
      const lines = Array.from({ length: 1_000 }, (_, n) => `type=file;size=1;modify=20260102030405; f${at + n}\r\n`);
      await data.send(lines.join(""));
    }
    await data.end();
    session.reply("226 Done.");
  };
  await using on = await walkOn({ on: { MLSD } }, { limits: { ...SMALL, onDisk: 1024 ** 3 } });
  const before = heapBytes();
  await on.batches.next();
  // As entries in an array they take 50 MB.
  expect(heapBytes() - before).toBeLessThan(20 * 1024 ** 2);
  expect(openSpills(on.spillFolder)[0]).toBeGreaterThan(5 * 1024 ** 2);
  expect((await recordsOf(on.batches)).at(-1)).toMatchObject({ files: 100_000, complete: true });
});
