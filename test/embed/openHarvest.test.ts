import { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, expectTypeOf, it, vi } from "vitest";
import {
  type Backend,
  type Harvest,
  type HarvestRecord,
  openHarvest,
  type ResultSet,
  UsageError,
} from "../../src/index.ts";
import { PATIENCE } from "../patience.ts";
import type { Handler } from "../servers/scripted/script.ts";
import { EmbedWorld, files } from "./embedWorld.ts";

const HANGING: Handler = () => {};
const FIRST_ONLY: Handler = (session) => (session.count() === 1 ? session.proceed() : session.gone());

function rowsOf(result: ResultSet): unknown[] {
  return [...result].map(([server, itsResult, count]) => [server, itsResult, count]);
}

async function typesOf(harvest: Harvest): Promise<string[]> {
  const types: string[] = [];
  for await (const { type } of harvest) types.push(type);
  return types.toSorted();
}

describe("an open harvest", () => {
  it("gives its records in a loop, and its result", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(2) } });
    await using harvest = openHarvest(world.config, { jobs: 5 });
    expect(await typesOf(harvest)).toEqual(["download", "download", "harvested", "listed", "server"]);
    const result = await harvest.result();
    expect(rowsOf(result)).toEqual([["a", 0, 2]]);
    expect(result.ok).toBe(true);
    expect(await harvest.result()).toBe(result);
    expectTypeOf(harvest).toEqualTypeOf<Harvest>();
    for await (const record of harvest) expectTypeOf(record).toEqualTypeOf<HarvestRecord>();
  });

  it("gives its result without a loop", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(2) }, b: { user: "x", password: "x" } });
    await using harvest = openHarvest(world.config);
    expect(rowsOf(await harvest.result())).toEqual([
      ["a", 0, 2],
      ["b", 1, 0],
    ]);
    expect(await typesOf(harvest)).toEqual([]);
  });

  it("does nothing before somebody asks", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(2) } });
    {
      await using idle = openHarvest(world.config);
      for (let turns = 0; turns < 20; turns++) await turn();
      expect(idle).toBeDefined();
    }
    expect(world.server("a").connections).toBe(0);
  });

  it("reads its configuration when it is opened", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    expect(() => openHarvest("/nowhere/cfg.yaml")).toThrow(UsageError);
    expect(() => openHarvest(world.config, { names: "b" })).toThrow(UsageError);
    expect(() => openHarvest(world.config, { jobs: 0 })).toThrow("openHarvest: `jobs`: expected");
  });

  it("is harvested once, whoever asks", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(5) } });
    await using harvest = openHarvest(world.config);
    const records = harvest[Symbol.asyncIterator]();
    expect((await records.next()).value).toMatchObject({ type: "server" });
    // The rest is done by the result.
    expect(rowsOf(await harvest.result())).toEqual([["a", 0, 5]]);
    expect((await records.next()).done).toBe(true);
    expect(
      world
        .server("a")
        .lines()
        .filter((line) => line.startsWith("RETR")),
    ).toHaveLength(5);
  });

  it("counts what was here already when asked to", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(2) } });
    for (const withUnchanged of [false, true]) {
      await using harvest = openHarvest(world.config, { withUnchanged });
      expect(rowsOf(await harvest.result())).toEqual([["a", 0, 2]]);
    }
  });

  it("waits for a slow loop", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    let made = 0;
    const backend: Backend = {
      async run(_server, _steps, { run, emit }) {
        while (made < 20_000) await emit({ type: "x", run, n: made++ });
      },
    };
    await using harvest = openHarvest(world.config, { backend });
    let taken = 0;
    let ahead = 0;
    for await (const _ of harvest) {
      if (++taken % 10 === 0) await turn();
      ahead = Math.max(ahead, made - taken);
      if (taken === 5_000) break;
    }
    // What may wait for a loop, and the one that the backend has in hand.
    expect(ahead).toBeLessThanOrEqual(1_001);
  });

  it("has no result where a fault of ours ended it, also when a loop was told of that before", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const backend: Backend = { run: () => Promise.reject(new Error("a bug")) };
    await using harvest = openHarvest(world.config, { backend });
    await expect(typesOf(harvest)).rejects.toThrow("a bug");
    await expect(harvest.result()).rejects.toThrow("a bug");
  });

  it("ends when its signal is aborted", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(3), on: { RETR: HANGING } } });
    const stop = new AbortController();
    await using harvest = openHarvest(world.config, { signal: stop.signal });
    for await (const { type } of harvest) if (type === "listed") stop.abort();
    expect((await harvest.result()).servers).toMatchObject([
      { server: "a", result: 1, reasons: ["3 files not started"] },
    ]);
  });
});

describe("leaving the loop of an open harvest", () => {
  it("closes everything, and the result is what came of it until then", async () => {
    await using world = await EmbedWorld.open({
      a: { files: files(9), on: { RETR: FIRST_ONLY } },
      b: { files: files(9), on: { RETR: HANGING } },
    });
    await using harvest = openHarvest(world.config, { jobs: 2 });
    for await (const { type } of harvest) if (type === "download") break;
    expect(world.locks).toEqual([]);
    await world.closed();
    expect(world.landed("a")).toHaveLength(1);
    expect(world.landed("b")).toEqual([]);
    expect(await typesOf(harvest)).toEqual([]);
    const result = await harvest.result();
    expect(result.servers.find(({ server }) => server === "a")).toMatchObject({ fetched: 1 });
  });
});

describe("the end of the block", () => {
  it.each([
    ["without TLS", {}, []],
    ["with TLS", { tls: "explicit" }, ["secure: explicit", "insecure: true"]],
  ] as const)("closes everything before it goes on, %s", async (_, script, keys) => {
    const lines = () => world.server("a").lines();
    await using world = await EmbedWorld.open({ a: { files: files(9), on: { RETR: FIRST_ONLY }, ...script } }, ...keys);
    const { port } = world.server("a");
    {
      await using harvest = openHarvest(world.config, { jobs: 3 });
      void harvest.result().catch(() => {});
      await vi.waitUntil(() => lines().filter((line) => line.startsWith("RETR")).length === 4, PATIENCE);
      expect(world.locks).not.toEqual([]);
      expect(socketsTo(port)).toBe(3);
    }
    expect(socketsTo(port)).toBe(0);
    expect(world.locks).toEqual([]);
    expect(world.landed("a")).toHaveLength(1);
    await world.closed();
  });

  it("waits for the end of each server's work", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    let begun = false;
    let over = false;
    const backend: Backend = {
      async run(_server, _steps, { signal }) {
        begun = true;
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        for (let turns = 0; turns < 20; turns++) await turn();
        over = true;
      },
    };
    {
      await using harvest = openHarvest(world.config, { backend });
      void harvest.result().catch(() => {});
      await vi.waitUntil(() => begun, PATIENCE);
    }
    expect(over).toBe(true);
  });

  it("closes the result set with it", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1) } });
    const harvest = openHarvest(world.config);
    const result = await harvest.result();
    await harvest[Symbol.asyncDispose]();
    await harvest[Symbol.asyncDispose]();
    expect(() => rowsOf(result)).toThrow("closed");
    expect(await harvest.result()).toBe(result);
  });

  it("is the end of a harvest that never began", async () => {
    await using world = await EmbedWorld.open({ a: {} });
    const harvest = openHarvest(world.config);
    await harvest[Symbol.asyncDispose]();
    expect(await typesOf(harvest)).toEqual([]);
    await expect(harvest.result()).rejects.toThrow("the harvest is closed");
  });

  it("wakes who still waits for a record", async () => {
    await using world = await EmbedWorld.open({ a: { files: files(1), on: { MLSD: HANGING } } });
    const harvest = openHarvest(world.config);
    const waiting = typesOf(harvest);
    await vi.waitUntil(() => world.server("a").lines().includes("MLSD"), PATIENCE);
    await harvest[Symbol.asyncDispose]();
    expect(await waiting).toEqual(["server"]);
  });
});

/** This process's open sockets to a port. */
function socketsTo(port: number): number {
  // Internal to Node.js, which has no other way to tell.
  const handles: readonly unknown[] = Reflect.get(process, "_getActiveHandles").call(process);
  return handles.filter((handle) => handle instanceof Socket && handle.remotePort === port && !handle.destroyed).length;
}
