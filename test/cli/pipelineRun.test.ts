import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { concatMap, from, of } from "rxjs";
import { expect, it } from "vitest";
import { type PipelineRun, runPipeline } from "../../src/cli/pipelineRun.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { serverRecord } from "../../src/stages/servers.ts";
import { defineStage } from "../../src/stages/stage.ts";
import { FakeWorld } from "./fakeWorld.ts";

/** Lists nothing of each server, and has a bug that one called `odd` brings out. */
const buggyStage = defineStage({
  name: "buggy",
  summary: "Fail",
  scope: "server",
  options: {},
  examples: [],
  operator: () =>
    concatMap((record: AnyRecord) => {
      if (record["server"] === "odd") throw new TypeError("a bug");
      if (record.type !== "server") return of(record);
      const { run, server, config } = record;
      const listed = { type: "listed", run, by: "list-1", server, config };
      return of(record, { ...listed, directories: 1, files: 0, complete: true, ms: 1 });
    }),
});

const report = { format: "json", withUnchanged: false } as const;

function config({ folder }: FakeWorld): string {
  const file = join(folder, "cfg.yaml");
  writeFileSync(file, "{ servers: { good: { host: h }, odd: { host: h } } }");
  return file;
}

it("a bug in one server's work is told, and takes nothing of the report of the others", async () => {
  using world = new FakeWorld("ftp-harvest");
  const run: PipelineRun = {
    jobs: undefined,
    report,
    prepare(context) {
      const selected = context.select(config(world), { names: [] });
      const servers = from(selected.map((settings) => serverRecord(settings, context)));
      return { source: { servers }, steps: [{ stage: buggyStage, values: {} }], selected };
    },
  };
  await expect(runPipeline(run, world)).rejects.toThrow("a bug");
  const results = JSON.parse(world.out.text());
  expect([results.good[0], results.odd[0]]).toEqual([0, 1]);
});

it("saved records that a bug kept from being read to their end are not taken for whole", async () => {
  using world = new FakeWorld("ftp-harvest");
  const listed = { type: "listed", run: "r", by: "list-1", server: "good", config: "/c", files: 1, complete: true };
  const saved = from<AnyRecord[]>([listed, { type: "server", server: "odd" }]);
  const steps = [{ stage: buggyStage, values: {} }];
  const run: PipelineRun = { jobs: undefined, report, prepare: () => ({ source: { saved }, steps, selected: [] }) };
  await expect(runPipeline(run, world)).rejects.toThrow("a bug");
  expect(JSON.parse(world.out.text()).good[0]).toBe(1);
});
