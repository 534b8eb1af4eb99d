import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { EMPTY, tap } from "rxjs";
import { describe, expect, it } from "vitest";
import { fromStage } from "../../src/pipeline/from.ts";
import { UsageError } from "../../src/records/fault.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { openIn } from "../flow/openIn.ts";
import { collect, StageWorld } from "../stages/stageWorld.ts";

function replay(world: StageWorld, text: string | Uint8Array) {
  const file = join(world.folder, "saved.ndjson");
  writeFileSync(file, text);
  return collect(EMPTY, fromStage.operator({ file }, world.context("harvest-1")));
}

const FILE = `{"type":"file","run":"r","by":"list-1","server":"s","path":"/a","name":"a"}\n`;
const END = `{"type":"end","run":"r","by":"list-1","stage":"list","code":1,"counts":{},"inputs":[]}\n`;

describe("a saved stream", () => {
  it("gives its records, and hands its end over for the report and the exit code", async () => {
    using world = new StageWorld();
    const records = await replay(world, `${FILE}{"type":"foreign","x":1}\n${END}`);
    expect(records.map(({ type }) => type)).toEqual(["file", "foreign"]);
    expect(world.endings).toContainEqual(expect.objectContaining({ type: "end", by: "list-1", code: 1 }));
    expect(world.endings).toContainEqual(expect.objectContaining({ type: "source", by: "list-1", how: "ended" }));
    expect(world.damage).toEqual([]);
  });

  it("that was cut is used as far as it goes, and counts as damaged", async () => {
    using world = new StageWorld();
    expect(await replay(world, FILE + FILE.slice(0, 20))).toHaveLength(1);
    expect(world.damage).toEqual([expect.stringContaining("saved.ndjson: its end is missing or it is damaged")]);
  });

  it("with lines that are no records has their places said", async () => {
    using world = new StageWorld();
    expect(await replay(world, `${FILE}oops\n${FILE}${END}`)).toHaveLength(2);
    expect(world.notes).toEqual([expect.stringMatching(/^line 2 of .*saved\.ndjson is damaged: not JSON$/)]);
    expect(world.damage).toHaveLength(1);
  });

  it("that comes out of a pipe is left at a signal, and no thread waits for more", async () => {
    using world = new StageWorld();
    const file = join(world.folder, "fifo");
    execFileSync("mkfifo", [file]);
    const writer = openSync(file, "r+");
    writeSync(writer, FILE + FILE.slice(0, 20));
    // Not before the next read has begun.
    const stopped = tap<AnyRecord>(() => setImmediate(() => setImmediate(() => world.stop.abort())));
    const stage = fromStage.operator({ file }, world.context("harvest-1"));
    try {
      expect(await collect(EMPTY, (source) => source.pipe(stage, stopped))).toHaveLength(1);
      expect(process.getActiveResourcesInfo()).not.toContain("FSReqCallback");
    } finally {
      closeSync(writer);
    }
  });

  it("is not even opened after a signal", async () => {
    using world = new StageWorld();
    world.stop.abort();
    expect(await replay(world, FILE)).toEqual([]);
    expect(openIn(world.folder)).toEqual([]);
  });

  it("without a byte is damaged", async () => {
    using world = new StageWorld();
    expect(await replay(world, "")).toEqual([]);
    expect(world.damage).toEqual([expect.stringContaining("saved.ndjson: it is empty")]);
  });

  it("that can't be read is wrong usage, found out before anything has started", () => {
    using world = new StageWorld();
    const open = (name: string) => () =>
      fromStage.operator({ file: join(world.folder, name) }, world.context("harvest-1"));
    expect(open("nowhere")).toThrow(UsageError);
    expect(open("nowhere")).toThrow("nowhere: there is no such file");
    mkdirSync(join(world.folder, "dir"));
    expect(open("dir")).toThrow("dir: it is a folder, not a file of records");
  });
});
