import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import type { AnyRecord } from "../../../src/records/record.ts";
import { PATIENCE } from "../../patience.ts";
import type { Handler } from "../../servers/scripted/script.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { collect, StageWorld } from "../stageWorld.ts";
import { file, listed, stage } from "./fetchInput.ts";

const COUNT = 12;
const FILES = Object.fromEntries(Array.from({ length: COUNT }, (_, n) => [`/f${n}`, "x"]));

/** Three servers with the same files: a quick one, a slow one, and one whose later files are there first. */
async function startServers(world: StageWorld) {
  const slow: Handler = async (session) => {
    await sleep(10);
    await session.proceed();
  };
  const laterFirst: Handler = async (session, path) => {
    await sleep(path === "/f0" ? 50 : 0);
    await session.proceed();
  };
  const servers = await Promise.all([
    startScriptedServer({ files: FILES }),
    startScriptedServer({ files: FILES, on: { RETR: slow } }),
    startScriptedServer({ files: FILES, on: { RETR: laterFirst } }),
  ]);
  for (const [at, { port }] of servers.entries()) world.add(`s${at}`, { port, connections: 3 });
  return { [Symbol.asyncDispose]: async () => void (await Promise.all(servers.map((server) => server.stop()))) };
}

/** A file of each server in turn; the last of each is not there. */
function input(): AnyRecord[] {
  const names = Array.from({ length: COUNT + 1 }, (_, n) => `f${n}`);
  return names.flatMap((name) => ["s0", "s1", "s2"].map((server) => file(name, 1, { server })));
}

function outcomesOf(records: readonly AnyRecord[]): AnyRecord[] {
  return records.filter(({ type }) => type === "download" || type === "failure");
}

function nameOf({ server, name }: AnyRecord): string {
  return `${server} ${name}`;
}

describe("--keep-order", () => {
  it("gives outcomes in the order of the input, across servers, failures in their places", async () => {
    using world = new StageWorld();
    await using _ = await startServers(world);
    const outcomes = outcomesOf(await collect(input(), stage(world, { keepOrder: true })));
    expect(outcomes.map(nameOf)).toEqual(input().map(nameOf));
    expect(outcomes.slice(0, -3).every(({ type }) => type === "download")).toBe(true);
    expect(outcomes.slice(-3)).toMatchObject(Array(3).fill({ type: "failure", code: "not_found" }));
  });

  it("is needed for that: without it the quick ones are first", async () => {
    using world = new StageWorld();
    await using _ = await startServers(world);
    const outcomes = outcomesOf(await collect(input(), stage(world)));
    expect(outcomes).toHaveLength(input().length);
    expect(outcomes.map(nameOf)).not.toEqual(input().map(nameOf));
  });

  it("tells a server's sums right behind its last outcome, wherever `listed` stood", async () => {
    using world = new StageWorld();
    await using _ = await startServers(world);
    const [first, second, third] = ["s0", "s1", "s2"].map((server) => listed(COUNT + 1, { server }));
    if (first === undefined || second === undefined || third === undefined) throw new Error("three servers");
    const mixed = [first, ...input().slice(0, 10), second, ...input().slice(10), third];
    const records = await collect(mixed, stage(world, { keepOrder: true }));
    for (const server of ["s0", "s1", "s2"]) {
      const own = records.filter((record) => record["server"] === server && record.type !== "listed");
      expect(own.findIndex(({ type }) => type === "harvested")).toBe(COUNT + 1);
      expect(own.at(-1)).toMatchObject({ asked: COUNT + 1, fetched: COUNT, failed: 1, not_started: 0 });
    }
    const [s0] = records.filter(({ type }) => type === "harvested");
    expect(records.indexOf(s0 ?? third)).toBe(records.findIndex((record) => nameOf(record) === `s0 f${COUNT}`) + 1);
  });

  it("begins files ahead of one that is slow, and gives up a server's sessions although its outcomes wait", async () => {
    using world = new StageWorld();
    await using silent = await startScriptedServer({ greeting: null });
    await using quick = await startScriptedServer({ files: FILES });
    world.add("silent", { port: silent.port, timeout_ms: 600_000 });
    world.add("s", { port: quick.port });
    const names = Object.keys(FILES).map((path) => path.slice(1));
    const records: AnyRecord[] = [];
    const files = [file("f0", 1, { server: "silent" }), ...names.map((name) => file(name, 1)), listed(COUNT)];
    const collected = collect(files, stage(world, { keepOrder: true })).then((all) => records.push(...all));
    await vi.waitUntil(() => quick.lines().filter((line) => line.startsWith("RETR")).length === COUNT, PATIENCE);
    await vi.waitUntil(() => quick.connected === 0, PATIENCE);
    expect(records).toEqual([]);
    await silent.stop();
    await collected;
    expect(outcomesOf(records).map(nameOf)).toEqual(["silent f0", ...names.map((name) => `s ${name}`)]);
  });
});
