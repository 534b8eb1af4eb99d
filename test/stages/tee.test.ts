import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { from, lastValueFrom, take, toArray } from "rxjs";
import { describe, expect, it } from "vitest";
import { UsageError } from "../../src/records/fault.ts";
import { teeStage } from "../../src/stages/tee.ts";
import { collect, StageWorld } from "./stageWorld.ts";

const INPUT = [
  { type: "server", run: "r", by: "list-1", server: "s" },
  { type: "file", run: "r", by: "list-1", server: "s", path: "/a" },
  { type: "failure", run: "r", by: "list-1", server: "s" },
];

function lines(path: string): unknown[] {
  const text = readFileSync(path, "utf8");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("tee", () => {
  it("hands all records on and keeps them in the file, with an end behind them", async () => {
    using world = new StageWorld();
    const file = join(world.folder, "kept.ndjson");
    expect(await collect(INPUT, teeStage.operator({ file }, world.context("harvest-1")))).toEqual(INPUT);
    const counts = { server: 1, file: 1, failure: 1 };
    const end = { type: "end", run: "r", by: "harvest-1-tee", stage: "tee", code: 1, counts, inputs: [] };
    expect(lines(file)).toEqual([...INPUT, end]);
  });

  it("has a name of its own in the copy, for the process's journal knows what came behind it, too", async () => {
    using world = new StageWorld();
    const file = join(world.folder, "kept.ndjson");
    const made = { type: "listed", run: "r", by: "harvest-1", server: "s" };
    expect(await collect([made], teeStage.operator({ file }, world.context("harvest-1")))).toEqual([made]);
    expect(lines(file)[0]).toEqual({ ...made, by: "harvest-1-tee" });
  });

  it("keeps what came until its reader left, in whole lines", async () => {
    using world = new StageWorld();
    const file = join(world.folder, "kept.ndjson");
    const stage = teeStage.operator({ file }, world.context("harvest-1"));
    await lastValueFrom(from(INPUT).pipe(stage, take(2), toArray()));
    expect(lines(file)).toEqual(INPUT.slice(0, 2));
  });

  it("lets the stream go on when the disk is full, and says so in a failure", async () => {
    using world = new StageWorld();
    const made = await collect(INPUT, teeStage.operator({ file: "/dev/full" }, world.context("harvest-1")));
    expect(made.slice(0, 3)).toEqual(INPUT);
    expect(made.slice(3)).toEqual([
      expect.objectContaining({
        ...{ type: "failure", run: "r", by: "harvest-1", stage: "tee", code: "disk" },
        message: "/dev/full: no space left on the disk (or no inodes: see df -i)",
      }),
    ]);
  });

  it("touches no file before it is subscribed to", () => {
    using world = new StageWorld();
    const file = join(world.folder, "kept.ndjson");
    teeStage.operator({ file }, world.context("harvest-1"));
    expect(existsSync(file)).toBe(false);
  });

  it("takes a file that can't be written for wrong usage, before anything runs", () => {
    using world = new StageWorld();
    writeFileSync(join(world.folder, "file"), "");
    mkdirSync(join(world.folder, "folder"));
    const made = (name: string) => () =>
      teeStage.operator({ file: join(world.folder, name) }, world.context("harvest-1"));
    expect(made("folder")).toThrow(new UsageError(`${world.folder}/folder: it is a folder; name a file`));
    expect(made("no/x")).toThrow(`${world.folder}/no/x: there is no such folder; make it first`);
    expect(made("file/x")).toThrow(`${world.folder}/file/x: a file lies where its folder should be`);
  });
});
