import { setTimeout as sleep } from "node:timers/promises";
import { concatMap, filter, from, lastValueFrom, map, take, tap, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import type { OptionTable } from "../../src/config/options.ts";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { Gate, gated, gatedAtOnce } from "../../src/flow/gate.ts";
import { inlineBackend } from "../../src/pipeline/backend.ts";
import { type DescribedStep, type PipelineRequest, pipelineRecords } from "../../src/pipeline/pipelineRecords.ts";
import type { AnyRecord, ServerRecord } from "../../src/records/record.ts";
import type { StageContext } from "../../src/stages/context.ts";
import { fetchStage } from "../../src/stages/fetch.ts";
import { listStage } from "../../src/stages/list.ts";
import type { Stage } from "../../src/stages/stage.ts";
import { PATIENCE } from "../patience.ts";
import { startScriptedServer } from "../servers/scriptedServer.ts";
import { StageWorld } from "../stages/stageWorld.ts";

function server(name: string): ServerRecord {
  const place = { config: "/c", host: "h", port: 21, paths: ["/"], order: 0, buffer_path: "/b" };
  return { type: "server", run: "r", by: "x", server: name, ...place };
}

function step(scope: Stage["scope"], operator: Stage["operator"], values = {}): DescribedStep {
  const options: OptionTable = {};
  return { stage: { name: "step", summary: "", scope, options, examples: [], operator }, values };
}

/** Two files of a server, behind its record. */
const twoFiles = step("server", () =>
  concatMap((record) => [record, ...["a", "b"].map((name) => ({ type: "file", server: record["server"], name }))]),
);

function request(world: StageWorld, names: readonly string[], steps: readonly DescribedStep[]): PipelineRequest {
  const source = { servers: from(names.map(server)) };
  return { source, steps, context: world.context("harvest-1"), backend: inlineBackend };
}

function shown(records: readonly AnyRecord[]): string[] {
  return records.map((record) => `${record.type} ${record["server"]} ${record["name"] ?? ""}`.trim());
}

describe("a described pipeline", () => {
  it("takes each server through the server steps, and all of them through the steps behind", async () => {
    using world = new StageWorld();
    const seen: number[] = [];
    const count = step("run", () => (source) => source.pipe(map((record, place) => ({ ...record, place }))));
    const perServer = step("server", () => (source) => source.pipe(tap({ complete: () => seen.push(1) })));
    const records = await lastValueFrom(
      pipelineRecords(request(world, ["s", "t"], [twoFiles, perServer, count])).pipe(toArray()),
    );
    expect(shown(records).toSorted()).toEqual(["file s a", "file s b", "file t a", "file t b", "server s", "server t"]);
    expect(records.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5]);
    // Once for each server.
    expect(seen).toHaveLength(2);
  });

  it("sees server steps behind a step of the whole stream as one", async () => {
    using world = new StageWorld();
    let made = 0;
    const whole = step("run", () => (source) => source);
    const later = step("server", () => (source) => source.pipe(tap({ subscribe: () => made++ })));
    await lastValueFrom(pipelineRecords(request(world, ["s", "t"], [twoFiles, whole, later])).pipe(toArray()));
    expect(made).toBe(1);
  });

  it("takes saved records through all steps as one stream", async () => {
    using world = new StageWorld();
    const saved = from([{ type: "file", server: "s", name: "a" }]);
    const marked = step("server", () => map((record) => ({ ...record, marked: true })));
    const records = await lastValueFrom(
      pipelineRecords({ ...request(world, [], [marked]), source: { saved } }).pipe(toArray()),
    );
    expect(records).toEqual([{ type: "file", server: "s", name: "a", marked: true }]);
  });

  it("works on no more servers at once than its steps allow", async () => {
    using world = new StageWorld();
    let running = 0;
    let most = 0;
    const slow = step(
      "server",
      () =>
        concatMap(async (record) => {
          most = Math.max(most, ++running);
          await sleep(1);
          running--;
          return record;
        }),
      { servers: 3 },
    );
    const names = Array.from({ length: 20 }, (_, n) => `s${n}`);
    await lastValueFrom(pipelineRecords(request(world, names, [slow])).pipe(toArray()));
    expect(most).toBe(3);
  });

  it("shows the records of each edge", async () => {
    using world = new StageWorld();
    const edges: string[] = [];
    const only = step("run", () => filter((record) => record["name"] === "a"));
    await lastValueFrom(
      pipelineRecords({
        ...request(world, ["s"], [twoFiles, only]),
        watch: (place, record) => edges.push(`${place} ${record.type}`),
      }).pipe(toArray()),
    );
    expect(edges.toSorted()).toEqual(["-1 server", "0 file", "0 file", "0 server", "1 file"]);
  });

  it.each([{ by: gated }, { by: gatedAtOnce }])(
    "waits with all servers' records where the stream behind it waits ($by.name)",
    async ({ by }) => {
      using world = new StageWorld();
      const gate = new Gate(10);
      let made = 0;
      const endless = step(
        "server",
        () => () =>
          fromBatches<AnyRecord>(async function* () {
            for (; made < 50_000; made++) yield [{ type: "file" }];
          }),
      );
      const parked = pipelineRecords(request(world, ["s", "t"], [endless])).pipe(
        tap(() => gate.park()),
        by(gate),
      );
      const running = parked.subscribe();
      await sleep(100);
      // Each server may have parked a thousand of its own.
      expect(made).toBeLessThan(5_000);
      running.unsubscribe();
    },
  );

  it.each([
    { by: gated, keepOrder: false },
    { by: gatedAtOnce, keepOrder: false },
    { by: gatedAtOnce, keepOrder: true },
  ])(
    "lists and fetches no further ahead than who takes the records ($by.name, keepOrder $keepOrder)",
    async ({ by, keepOrder }) => {
      using world = new StageWorld();
      const lines = Array.from({ length: 6_000 }, (_, n) => `type=file;size=9; f${n}`);
      await using ftp = await startScriptedServer({ mlsd: { "/": lines } });
      // Too large: each has its outcome at once.
      const servers = from([world.add("s", { port: ftp.port, max_file_size: 1 }) as ServerRecord]);
      const steps = [
        { stage: listStage, values: { servers: 64 } },
        { stage: fetchStage, values: { waitLock: 0, servers: 64, keepOrder, checksum: false } },
      ];
      const gate = new Gate(10);
      let listed = 0;
      const counts = { failure: 0 };
      const records = pipelineRecords({
        ...request(world, [], steps),
        source: { servers },
        watch: (place, { type }) => {
          if (place === 0 && type === "file") listed++;
        },
      });
      const over = lastValueFrom(
        records.pipe(
          tap(({ type }) => {
            if (type === "failure" && ++counts.failure === 1) gate.hold();
          }),
          by(gate),
        ),
      );
      await vi.waitUntil(() => counts.failure === 1, PATIENCE);
      await sleep(100);
      // A thousand and some before each of the two, and behind them.
      expect(listed).toBeLessThan(4_000);
      gate.letGo();
      expect(await over).toMatchObject({ type: "harvested", asked: 6_000, failed: 6_000 });
      expect(counts.failure).toBe(6_000);
    },
  );

  it("ends what runs when it is unsubscribed from, and says whether a step had enough", async () => {
    using world = new StageWorld();
    const signals: AbortSignal[] = [];
    let enough = 0;
    const forever = step("server", (_, { signal }: StageContext) => {
      signals.push(signal);
      return concatMap((record) => [record, record]);
    });
    const first = step("run", () => take(1));
    const onEnough = () => {
      enough++;
    };
    await lastValueFrom(pipelineRecords({ ...request(world, ["s"], [forever, first]), onEnough }));
    expect(enough).toBe(1);
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    await lastValueFrom(pipelineRecords({ ...request(world, ["s"], [forever]), onEnough }));
    expect(enough).toBe(1);
  });

  it("fails with what a step throws, and with a step that fails", async () => {
    using world = new StageWorld();
    const throws = step("run", () => {
      throw new Error("made wrong");
    });
    await expect(lastValueFrom(pipelineRecords(request(world, ["s"], [throws])))).rejects.toThrow("made wrong");
    const fails = step("server", () => () => {
      throw new Error("went wrong");
    });
    await expect(lastValueFrom(pipelineRecords(request(world, ["s"], [fails])))).rejects.toThrow("went wrong");
  });

  it("ends although the steps of a server wait for a gate that never opens, and listen to no signal", async () => {
    using world = new StageWorld();
    const gate = new Gate(1);
    let over = false;
    let made = 0;
    const forever = step(
      "server",
      () => () =>
        fromBatches<AnyRecord>(async function* () {
          try {
            for (; made < 50_000; made++) yield [{ type: "file" }];
          } finally {
            over = true;
          }
        }),
    );
    const seen: AnyRecord[] = [];
    const running = pipelineRecords(request(world, ["s"], [forever]))
      .pipe(gated(gate))
      .subscribe((record) => {
        seen.push(record);
        gate.hold();
      });
    await vi.waitUntil(() => seen.length > 0, PATIENCE);
    running.unsubscribe();
    await vi.waitUntil(() => over, PATIENCE);
    expect(seen).toHaveLength(1);
    expect(made).toBeLessThan(2_000);
  });
});
