import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hrtime } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { from, Observable, of, take, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { startFtpServer } from "../../src/demo/ftpServer.ts";
import { treeOf } from "../../src/demo/tree.ts";
import { Fault } from "../../src/records/fault.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { takeLock } from "../../src/sink/lock.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { fetch, of1 } from "./fetch/fetchFrom.ts";
import { file, listed, MODIFIED, stage } from "./fetch/fetchInput.ts";
import { collect, fieldOf, StageWorld } from "./stageWorld.ts";

const FILES = { "/a": "one", "/b": "three", "/c": "" };
const INPUT = [file("a", 3), file("b", 5), file("c", 0)];
const SUMS = { asked: 3, fetched: 3, unchanged: 0, skipped: 0, failed: 0, not_started: 0, bytes: 8 };

describe("a file", () => {
  it("of a server with `connections: auto` comes as any other, and what that came to is told", async () => {
    const { harvested, contents } = await fetch({ files: FILES }, INPUT, { connections: 20, connections_auto: true });
    expect(contents).toEqual(["one", "three", ""]);
    expect(harvested).toMatchObject({ ...SUMS, connections: 4 });
  });

  it("is booked on the link of all servers", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port, overall_rate: 1_000 });
    const before_ns = hrtime.bigint();
    expect(of1(await collect(INPUT, stage(world)), "harvested")).toMatchObject(SUMS);
    // 8 bytes at 1 kB/s
    expect((new BigInt64Array(world.pools.overall)[0] ?? 0n) - before_ns).toBeGreaterThanOrEqual(8_000_000n);
  });

  it("lands with its bytes and its time, and all that was known of it is told", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    // An earlier failure that was made a `file` record again; what that one found is not known of this one.
    const earlier = { stage: "fetch", code: "hash_mismatch", message: "!", retry: true, verified: "md5", sha256: "0" };
    const records = await collect([file("a", 3, { colour: "blue", ...earlier })], stage(world));
    const local = join(world.folder, "s", "a");
    const known = { server: "s", config: "/cfg.yaml", path: "/a", name: "a", size: 3, modified: MODIFIED };
    expect(of1(records, "download")).toEqual({
      ...{ type: "download", run: "r", by: "fetch-1", modified_from: "mlsd", colour: "blue", ...known },
      ...{ status: "fetched", local, bytes: 3, attempts: 1, ms: expect.any(Number) },
    });
    expect(readFileSync(local, "utf8")).toBe("one");
    expect(statSync(local).mtime.toISOString()).toBe("2026-01-02T03:04:05.000Z");
  });

  it("that comes twice is fetched once, also in a folder that the harvest has made itself", async () => {
    const inner = file("in/a", 3);
    const { records, harvested } = await fetch({ files: { "/in/a": "one" } }, [inner, inner], { connections: 1 });
    const statuses = records.filter(({ type }) => type === "download").map(({ status }) => status);
    expect(statuses).toEqual(["fetched", "unchanged"]);
    expect(harvested).toMatchObject({ asked: 2, fetched: 1, unchanged: 1 });
  });

  it("that was given the name of another one here does not overwrite it: it is a failure", async () => {
    const { records, landed, harvested } = await fetch({ files: FILES }, [
      file("a", 3, { name: "same" }),
      file("b", 5, { name: "same" }),
      file("c", 0),
    ]);
    expect(landed).toEqual(["c", "same"]);
    const code = "unsafe_name";
    const message = '"same": another file of this server has this name here already';
    expect(of1(records, "failure")).toMatchObject({ path: "/b", code, message });
    expect(harvested).toMatchObject({ asked: 3, fetched: 2, failed: 1 });
  });

  it("is a failure where its configuration means another server than the one of that name which came first", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const context = world.context("fetch-1");
    const settings: typeof context.settings = (config, ...asked) => {
      if (config === "/none.yaml") throw new Fault("config", "/none.yaml: there is no such file");
      return { ...context.settings(config, ...asked), config, ...(config === "/other.yaml" && { host: "192.0.2.1" }) };
    };
    const input = ["/cfg.yaml", "cfg.yaml", "", "/other.yaml", "/none.yaml"].map((config, n) =>
      file(`f${n}`, 1, { config, path: "/a", size: 3 }),
    );
    const records = await collect(input, stage(world, {}, { ...context, settings }));
    expect(fieldOf(records, "download", "name").toSorted()).toEqual(["f0", "f1", "f2"]);
    expect(fieldOf(records, "failure", "code")).toEqual(["config", "config"]);
    expect(fieldOf(records, "failure", "message").toSorted()).toEqual([
      "/none.yaml: there is no such file",
      "/other.yaml says something else of `s` than /cfg.yaml, which its first record names",
    ]);
  });

  it("is fetched without a listed size, time or run", async () => {
    const bare = { type: "file", server: "s", config: "/cfg.yaml", path: "/b", name: "b" };
    const { records } = await fetch({ files: FILES }, [bare]);
    expect(of1(records, "download")).toMatchObject({ run: "r", bytes: 5, status: "fetched" });
  });

  it("that is here with the listed size and time is unchanged, and costs no connection", async () => {
    const world = new StageWorld();
    mkdirSync(join(world.folder, "s"));
    writeFileSync(join(world.folder, "s", "a"), "one");
    utimesSync(join(world.folder, "s", "a"), new Date(MODIFIED), new Date(MODIFIED));
    const { records, lines, harvested } = await fetch({ files: FILES }, [file("a", 3)], {}, {}, world);
    expect(of1(records, "download")).toMatchObject({ status: "unchanged", bytes: 3, attempts: 0 });
    expect(harvested).toMatchObject({ asked: 1, unchanged: 1, fetched: 0, bytes: 0 });
    expect(lines).toEqual([]);
  });

  it.each([
    ["of another size", 4, MODIFIED, "same"],
    ["of another time", 3, "2026-01-02T03:04:06Z", "same"],
    ["of no known size", null, MODIFIED, "same"],
    ["of no known time", 3, null, "same"],
    ["with if_exists: always", 3, MODIFIED, "always"],
  ] as const)("that is here is fetched again %s", async (_, size, modified, if_exists) => {
    const world = new StageWorld();
    mkdirSync(join(world.folder, "s"));
    writeFileSync(join(world.folder, "s", "a"), "old");
    utimesSync(join(world.folder, "s", "a"), new Date(MODIFIED), new Date(MODIFIED));
    const script = { files: { "/a": size === 4 ? "four" : "new" } };
    const { records } = await fetch(script, [file("a", size, { modified })], { if_exists }, {}, world);
    expect(of1(records, "download")).toMatchObject({ status: "fetched" });
  });

  it("that is not there is a failure with all that was known of it", async () => {
    const { records, harvested, landed } = await fetch({ files: FILES }, [file("none", 3), ...INPUT]);
    expect(of1(records, "failure")).toMatchObject({
      ...{ run: "r", by: "fetch-1", stage: "fetch", server: "s", config: "/cfg.yaml", path: "/none", name: "none" },
      ...{ size: 3, code: "not_found", retry: false, attempts: 1 },
    });
    expect(harvested).toMatchObject({ ...SUMS, asked: 4, failed: 1 });
    expect(landed).toEqual(["a", "b", "c"]);
  });

  it("is tried again as often as the settings say", async () => {
    const RETR: Handler = (session) => (session.count() <= 2 ? session.reply("450 Not now.") : session.proceed());
    const good = await fetch({ files: FILES, on: { RETR } }, [file("a", 3)], { retries: 2 });
    expect(of1(good.records, "download")).toMatchObject({ attempts: 3 });
    const bad = await fetch({ files: FILES, on: { RETR } }, [file("a", 3)], { retries: 1 });
    expect(of1(bad.records, "failure")).toMatchObject({ attempts: 2, code: "busy", retry: true });
    expect(bad.landed).toEqual([]);
  });

  it("names that climb are failures", async () => {
    const evil = [file("../../evil", 3), file("..", 3), file("x", 3, { name: "/etc/x" })];
    const { records, landed } = await fetch({ files: FILES }, evil);
    expect(fieldOf(records, "failure", "code")).toEqual(["unsafe_name", "unsafe_name", "unsafe_name"]);
    expect(landed).toEqual([]);
  });

  it("lands under its exact bytes", async () => {
    const bytes = Buffer.from("/\xc8\xd5/\xb1.csv", "latin1");
    const raw = bytes.toString("base64");
    const text = bytes.toString("utf8");
    const world = new StageWorld();
    await using server = await startScriptedServer({ files: { [bytes.toString("latin1")]: "gbk" } });
    using here = world;
    here.add("s", { port: server.port });
    const records = await collect([file("x", 3, { path: text, name: text.slice(1), raw })], stage(here));
    expect(of1(records, "download")).toMatchObject({ raw, name: text.slice(1) });
    const place = Buffer.concat([Buffer.from(join(here.folder, "s")), bytes]);
    expect(readFileSync(place, "utf8")).toBe("gbk");
  });
});

describe("a record that is damaged", () => {
  it("has its outcome, and is counted where it can be told from others", async () => {
    const input = [{ type: "file" }, { type: "file", server: "s" }, file("a", 3, { name: 7 }), file("b", 5)];
    const { records, harvested } = await fetch({ files: FILES }, input);
    const failures = records.filter(({ type }) => type === "failure");
    expect(failures.map(({ server, path }) => [server, path])).toEqual([
      [undefined, undefined],
      ["s", undefined],
      ["s", "/a"],
    ]);
    for (const failure of failures) expect(failure).toMatchObject({ run: "r", by: "fetch-1", code: "protocol" });
    expect(harvested).toMatchObject({ asked: 2, fetched: 1, failed: 1 });
  });

  it("of a server that nobody knows is a failure, and so are its like", async () => {
    using world = new StageWorld();
    const input = [file("a", 1, { server: "x" }), file("b", 1, { server: "x", config: undefined })];
    const records = await collect(input, stage(world));
    expect(fieldOf(records, "failure", "code")).toEqual(["config", "config"]);
    expect(of1(records, "harvested")).toMatchObject({ server: "x", asked: 2, failed: 2, local: null });
  });
});

describe("sums", () => {
  const orders: [string, AnyRecord[]][] = [
    ["before the files", [listed(3), ...INPUT]],
    ["behind the files", [...INPUT, listed(3)]],
    ["among the files, in another order", [file("c", 0), file("a", 3), listed(3), file("b", 5)]],
    ["nowhere", INPUT],
    ["and other files were filtered out", [listed(30), ...INPUT]],
    ["twice", [listed(3), ...INPUT, listed(3)]],
  ];
  it.each(orders)("are right and told once when `listed` stands %s", async (_, input) => {
    const { harvested, records } = await fetch({ files: FILES }, input);
    expect(harvested).toMatchObject({ type: "harvested", run: "r", by: "fetch-1", server: "s", ...SUMS });
    expect(records.at(-1)?.type === "harvested" || input.at(-1) === records.at(-1)).toBe(true);
  });

  it("go on when a stream is repeated; the last ones hold", async () => {
    const { records } = await (async () => {
      await using server = await startScriptedServer({ files: FILES });
      using world = new StageWorld();
      world.add("s", { port: server.port });
      return { records: await collect([...INPUT, listed(3), ...INPUT, listed(3)], stage(world)) };
    })();
    const last = records.filter(({ type }) => type === "harvested").at(-1);
    expect(last).toMatchObject({ asked: 6, failed: 0, not_started: 0 });
    expect(Number(last?.["fetched"]) + Number(last?.["unchanged"])).toBe(6);
  });

  it("are zeros for a server without files, and tell where they would be", async () => {
    using world = new StageWorld();
    const met = world.add("s", { port: 1 });
    const records = await collect([met, listed(0)], stage(world));
    const none = { asked: 0, fetched: 0, unchanged: 0, skipped: 0, failed: 0, not_started: 0, bytes: 0 };
    expect(of1(records, "harvested")).toMatchObject({ server: "s", local: join(world.folder, "s"), ...none });
  });

  it("come for a server that only announced itself", async () => {
    using world = new StageWorld();
    const records = await collect([world.add("s", { port: 1 })], stage(world));
    expect(of1(records, "harvested")).toMatchObject({ server: "s", asked: 0 });
  });

  it("are told as soon as all listed files have their outcome, while other servers still work", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const endless = new Observable<AnyRecord>((subscriber) => {
      for (const record of [...INPUT, listed(3)]) subscriber.next(record);
    });
    const first = (source: Observable<AnyRecord>) => source.pipe(stage(world), take(5));
    const records = await collect(endless, first);
    expect(records.map(({ type }) => type).toSorted()).toEqual([...Array(3).fill("download"), "harvested", "listed"]);
  });

  it("are apart for each run", async () => {
    const other = { run: "r2" };
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const input = [file("a", 3), listed(1), file("b", 5, other), listed(1, other)];
    // One after the other: two runs keep each other out.
    const source = new Observable<AnyRecord>((subscriber) => {
      void (async () => {
        for (const record of input) {
          subscriber.next(record);
          if (record.type === "listed")
            await vi.waitUntil(() => server.connected === 0 && server.connections > 0, PATIENCE);
        }
        subscriber.complete();
      })();
    });
    const records = await collect(source, stage(world));
    expect(records.filter(({ type }) => type === "harvested")).toMatchObject([
      { run: "r", asked: 1, fetched: 1 },
      { run: "r2", asked: 1, fetched: 1 },
    ]);
  });
});

describe("connections", () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`/f${n}`, "x"]));
  const all = Object.keys(many).map((path) => file(path.slice(1), 1));
  // A moment's work, so that several are at it.
  const RETR: Handler = async (session) => {
    await sleep(5);
    await session.proceed();
  };

  it.each([1, 3])("are no more than %i, and all are closed when the server is done", async (connections) => {
    const { most, harvested } = await fetch({ files: many, on: { RETR } }, all, { connections });
    expect(most).toBe(connections);
    expect(harvested).toMatchObject({ asked: 30, fetched: 30 });
  });

  it("are as many as -j says", async () => {
    expect((await fetch({ files: many, on: { RETR } }, all, { connections: 2 }, { jobs: 4 })).most).toBe(4);
  });

  it("are given up as soon as a server is done", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const source = new Observable<AnyRecord>((subscriber) => {
      for (const record of [...INPUT, listed(3)]) subscriber.next(record);
      void vi
        .waitUntil(() => server.connections > 0 && server.connected === 0, PATIENCE)
        .then(() => subscriber.complete());
    });
    expect(of1(await collect(source, stage(world)), "harvested")).toMatchObject(SUMS);
  });

  it("that hang at one server hold up no other", async () => {
    await using silent = await startScriptedServer({ greeting: null });
    const modified = new Date(MODIFIED);
    const tree = treeOf([{ path: "/a", bytes: Buffer.from("one"), modified }]);
    const quick = await startFtpServer({ tree, user: "u", password: "p" });
    using world = new StageWorld();
    world.add("silent", { port: silent.port });
    world.add("s", { port: quick.port });
    const hanging = Array.from({ length: 100 }, (_, n) => file(`f${n}`, 1, { server: "silent" }));
    const records = await collect([...hanging, file("a", 3), listed(1)], (source) =>
      source.pipe(stage(world), take(3)),
    );
    expect(records.map(({ type }) => type)).toEqual(expect.arrayContaining(["listed", "download", "harvested"]));
    await quick.stop();
  });

  it("that can't be had fail each file once, and ask no password twice", async () => {
    const { records, harvested, lines } = await fetch({ files: FILES, password: "another" }, INPUT);
    expect(fieldOf(records, "failure", "code")).toEqual(["login", "login", "login"]);
    expect(fieldOf(records, "failure", "attempts")).toEqual([0, 0, 0]);
    expect(harvested).toMatchObject({ asked: 3, failed: 3 });
    expect(lines.filter((line) => line.startsWith("PASS"))).toHaveLength(1);
  });
});

describe("the lock", () => {
  it("two runs into one folder don't fight", async () => {
    const world = new StageWorld();
    const lock = await takeLock({ bufferPath: world.folder, server: "s", run: "another" });
    const { records, landed } = await fetch({ files: FILES }, INPUT, {}, {}, world);
    expect(fieldOf(records, "failure", "code")).toEqual(["locked", "locked", "locked"]);
    expect(landed).toEqual([]);
    lock.release();
  });

  it("is waited for as long as asked", async () => {
    const world = new StageWorld();
    const lock = await takeLock({ bufferPath: world.folder, server: "s", run: "another" });
    setTimeout(() => lock.release(), 30);
    const { harvested } = await fetch({ files: FILES }, INPUT, {}, { waitLock: 60_000 }, world);
    expect(harvested).toMatchObject(SUMS);
  });

  it("is given back, and never taken where there is no file", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const free = async () => (await takeLock({ bufferPath: world.folder, server: "s", run: "another" })).release();
    await collect(INPUT, stage(world));
    await free();
    const other = await takeLock({ bufferPath: world.folder, server: "s", run: "another" });
    expect(of1(await collect([listed(0)], stage(world)), "harvested")).toMatchObject({ failed: 0 });
    other.release();
  });

  it("is given back when nobody listens any more, also while it was waited for", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const lock = await takeLock({ bufferPath: world.folder, server: "s", run: "another" });
    const subscription = from(INPUT)
      .pipe(stage(world, { waitLock: 60_000 }))
      .subscribe();
    await sleep(10);
    subscription.unsubscribe();
    lock.release();
    await sleep(50);
    // Should the stage have had it for a moment.
    (await takeLock({ bufferPath: world.folder, server: "s", run: "a third", waitMs: PATIENCE.timeout })).release();
    expect(server.connections).toBe(0);
  });
});

describe("a signal", () => {
  it("leaves what was not begun as not started, and what was begun leaves nothing behind", async () => {
    await using server = await startScriptedServer({ files: FILES, on: { RETR: (session) => session.gone() } });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    void vi
      .waitUntil(() => server.lines().some((line) => line.startsWith("RETR")), PATIENCE)
      .then(() => {
        world.stop.abort();
        world.pools.close();
      });
    const records = await collect(INPUT, stage(world));
    expect(records).toMatchObject([{ type: "harvested", asked: 3, fetched: 0, failed: 0, not_started: 3 }]);
    (await takeLock({ bufferPath: world.folder, server: "s", run: "another" })).release();
  });
});

describe("the stage", () => {
  it("hands on what it does not consume, untouched", async () => {
    const others = [
      { type: "weather", rain: true },
      { type: "failure", run: "r", by: "list-1", stage: "list", server: "s", code: "denied" },
      { type: "skipped", run: "r", by: "list-1", server: "s", path: "/l", name: "l" },
      { type: "download", run: "r", by: "fetch-0", server: "s", path: "/x" },
      { type: "server" },
      { type: "listed", server: 7 },
    ];
    const { records, harvested } = await fetch({ files: FILES }, [...others, ...INPUT]);
    expect(records).toEqual(expect.arrayContaining(others));
    expect(harvested).toMatchObject(SUMS);
    expect(records).toHaveLength(others.length + 4);
  });

  it("puts files where --to says", async () => {
    const world = new StageWorld();
    const to = join(world.folder, "elsewhere");
    const { records, harvested } = await fetch({ files: FILES }, [file("a", 3)], {}, { to }, world);
    expect(of1(records, "download")).toMatchObject({ local: join(to, "s", "a") });
    expect(harvested).toMatchObject({ local: join(to, "s") });
  });

  it("gives nothing for nothing", async () => {
    using world = new StageWorld();
    expect(await collect([], stage(world))).toEqual([]);
  });

  it("may be subscribed to twice", async () => {
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port });
    const harvest = from(INPUT).pipe(stage(world));
    for (const status of ["fetched", "unchanged"]) {
      const records = await new Promise<AnyRecord[]>((resolve) => harvest.pipe(toArray()).subscribe(resolve));
      expect(of1(records, "harvested")).toMatchObject({ asked: 3, [status]: 3 });
    }
    expect(await collect(of(), stage(world))).toEqual([]);
  });
});
