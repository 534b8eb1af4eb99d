import { join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { lastValueFrom, Subject, take, tap, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { fromBatches } from "../../../src/flow/fromBatches.ts";
import { Gate, gated } from "../../../src/flow/gate.ts";
import type { AnyRecord } from "../../../src/records/record.ts";
import { takeLock } from "../../../src/sink/lock.ts";
import { gateProbe } from "../../flow/gateProbe.ts";
import { openIn } from "../../flow/openIn.ts";
import { PATIENCE } from "../../patience.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { StageWorld } from "../stageWorld.ts";
import { file, listed, stage } from "./fetchInput.ts";

const HIGH = 200;
const SERVERS = 20;
const FILES_EACH = 10;
/** More than any test waits for. */
const ENDLESS = 200_000;
const ALL = Object.fromEntries(Array.from({ length: FILES_EACH }, (_, n) => [`/f${n}`, "x"]));

/** `silent` never answers, all others do; all of them are known to the world. */
async function startServers(world: StageWorld) {
  const silent = await startScriptedServer({ greeting: null });
  world.add("silent", { port: silent.port, timeout_ms: 600_000 });
  const others = await Promise.all(
    Array.from({ length: SERVERS - 1 }, async (_, n) => {
      const server = await startScriptedServer({ files: ALL });
      world.add(`s${n}`, { port: server.port });
      return server;
    }),
  );
  const stop = async () => void (await Promise.all([silent, ...others].map((server) => server.stop())));
  return { silent, [Symbol.asyncDispose]: stop };
}

/** The others' files and `listed` among ever more files of the silent one, and how many of those were made. */
function mixed() {
  const state = { silent: 0 };
  const silent = () => file(`${"long/".repeat(20)}f${state.silent++}`, 1, { server: "silent" });
  const records = fromBatches<AnyRecord>(async function* () {
    for (let n = 0; n < FILES_EACH; n++)
      for (let s = 0; s < SERVERS - 1; s++) yield [silent(), silent(), silent(), file(`f${n}`, 1, { server: `s${s}` })];
    for (let s = 0; s < SERVERS - 1; s++) yield [silent(), listed(FILES_EACH, { server: `s${s}` })];
    for (; state.silent < ENDLESS; await turn()) yield Array.from({ length: 100 }, silent);
  });
  return { state, records };
}

describe("a stream that mixes the files of many servers", () => {
  it("brings all servers home while one never answers and its files never end; what waits lies on disk", async () => {
    using world = new StageWorld();
    await using servers = await startServers(world);
    const { state, records } = mixed();
    const probe = gateProbe();
    const seen: AnyRecord[] = [];
    let most = 0;
    const running = records
      .pipe(
        probe.at(),
        stage(world),
        tap(() => {
          most = Math.max(most, probe.parked);
        }),
        gated(new Gate(HIGH)),
      )
      .subscribe((record) => seen.push(record));
    using _ = { [Symbol.dispose]: () => running.unsubscribe() };
    const harvested = () => seen.filter(({ type }) => type === "harvested");
    await vi.waitUntil(() => harvested().length === SERVERS - 1, PATIENCE);
    for (const sums of harvested()) expect(sums).toMatchObject({ asked: FILES_EACH, fetched: FILES_EACH });
    // The input goes on.
    const made = state.silent;
    await vi.waitUntil(() => state.silent > made + 1_000, PATIENCE);
    expect(state.silent).toBeLessThan(ENDLESS);
    expect(seen.filter(({ server }) => server === "silent")).toEqual([]);
    expect(servers.silent.connected).toBeGreaterThan(0);
    expect(Math.max(most, probe.parked)).toBeLessThanOrEqual(HIGH / 4);
    expect(openIn(join(world.folder, "state", "spill"))).toHaveLength(1);
    expect(world.notes).toEqual([]);

    running.unsubscribe();
    expect([probe.parked, openIn(join(world.folder, "state"))]).toEqual([0, []]);
    await vi.waitUntil(() => servers.silent.connected === 0, PATIENCE);
  });

  it("counts as not started what lay on disk when a signal came", async () => {
    using world = new StageWorld();
    await using servers = await startServers(world);
    const files = Array.from({ length: 5_000 }, (_, n) => file(`${"long/".repeat(20)}f${n}`, 1, { server: "silent" }));
    const records = fromBatches<AnyRecord>(async function* () {
      yield files;
      await vi.waitUntil(() => servers.silent.connected > 0, PATIENCE);
      expect(openIn(join(world.folder, "state", "spill"))).toHaveLength(1);
      world.stop.abort();
      world.pools.close();
    });
    const out = await lastValueFrom(records.pipe(stage(world), toArray(), gated(new Gate(HIGH))));
    const sums = { asked: 5_000, fetched: 0, unchanged: 0, failed: 0, not_started: 5_000 };
    expect(out).toMatchObject([{ type: "harvested", server: "silent", ...sums }]);
    expect(openIn(join(world.folder, "state"))).toEqual([]);
  });

  it("fetches what lay on disk with all that was known of it", async () => {
    using world = new StageWorld();
    await using server = await startScriptedServer({ files: ALL });
    world.add("s", { port: server.port, connections: 1 });
    const known = { colour: "blue", note: 'ünïcode "\n\u2028' };
    // One file, as often as it takes: only the first needs the server.
    const input = Array.from({ length: 3_000 }, (_, n) => file("f0", 1, { ...known, n }));
    const records = fromBatches<AnyRecord>(async function* () {
      yield input;
    });
    let spilled = false;
    const out = await lastValueFrom(
      records.pipe(
        stage(world),
        tap(() => {
          spilled ||= openIn(join(world.folder, "state", "spill")).length > 0;
        }),
        take(3_000),
        toArray(),
        gated(new Gate(HIGH)),
      ),
    );
    expect(spilled).toBe(true);
    expect(out).toMatchObject(Array.from({ length: 3_000 }, (_, n) => ({ type: "download", ...known, n })));
  });

  it("has sessions open at no more servers than --servers says, also at those that have nothing to do, and keeps its locks", async () => {
    using world = new StageWorld();
    const servers = await Promise.all(
      Array.from({ length: 8 }, async (_, n) => {
        const server = await startScriptedServer({ files: ALL });
        world.add(`s${n}`, { port: server.port });
        return server;
      }),
    );
    const connected = () => servers.filter((server) => server.connected > 0).length;
    let most = 0;
    const records: AnyRecord[] = [];
    const input = new Subject<AnyRecord>();
    const running = input.pipe(stage(world, { servers: 3 })).subscribe((record) => records.push(record));
    for (let n = 0; n < 2; n++) {
      for (let s = 0; s < servers.length; s++) {
        input.next(file(`f${n}`, 1, { server: `s${s}` }));
        // Its server falls idle before the next one's file comes.
        await vi.waitUntil(() => records.length === n * servers.length + s + 1, PATIENCE);
        await vi.waitUntil(() => connected() <= 3, PATIENCE);
        most = Math.max(most, connected());
      }
    }
    expect(most).toBe(3);
    await expect(takeLock({ bufferPath: world.folder, server: "s0", run: "another" })).rejects.toThrow();
    input.complete();
    expect(records.filter(({ type }) => type === "download")).toHaveLength(2 * servers.length);
    expect(records.filter(({ type }) => type === "harvested")).toHaveLength(servers.length);
    running.unsubscribe();
    await Promise.all(servers.map((server) => server.stop()));
  });

  it("logs in once at a server that falls idle between its files where nobody needs its place", async () => {
    using world = new StageWorld();
    await using server = await startScriptedServer({ files: ALL });
    world.add("s", { port: server.port });
    const records: AnyRecord[] = [];
    const input = new Subject<AnyRecord>();
    const running = input.pipe(stage(world, { servers: 1 })).subscribe((record) => records.push(record));
    for (let n = 0; n < 5; n++) {
      input.next(file(`f${n}`, 1));
      await vi.waitUntil(() => records.length === n + 1, PATIENCE);
    }
    expect(server.connections).toBe(1);
    running.unsubscribe();
  });
});
