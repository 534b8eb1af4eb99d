import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../src/records/record.ts";
import { dedupeStage } from "../../src/stages/dedupe.ts";
import { collect, StageWorld } from "./stageWorld.ts";

async function deduped(by: readonly string[] | undefined, ...input: AnyRecord[]): Promise<AnyRecord[]> {
  using world = new StageWorld();
  return collect(input, dedupeStage.operator({ by }, world.context("dedupe-1")));
}

function file(server: string, name: string, more: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return { type: "file", run: "r", server, path: `/${name}`, name, ...more };
}

describe("dedupe", () => {
  it("lets a server's file through once, whichever run it was listed in", async () => {
    const [first, again, other] = [file("a", "x"), file("a", "x", { run: "later", size: 5 }), file("b", "x")];
    expect(await deduped(undefined, first, again, other, first)).toEqual([first, other]);
  });

  it("tells names apart that look alike, by their bytes", async () => {
    const input = [file("a", "\ufffd", { raw: "L/8=" }), file("a", "\ufffd", { raw: "L/4=" })];
    expect(await deduped(undefined, ...input)).toEqual(input);
  });

  it("takes a file that was listed and the same one fetched for two things", async () => {
    const input = [file("a", "x"), { ...file("a", "x"), type: "download" }];
    expect(await deduped(undefined, ...input)).toEqual(input);
  });

  it("goes by the fields that are named", async () => {
    const input = [file("a", "x", { size: 1 }), file("b", "x", { size: 1 }), file("c", "x", { size: 2 })];
    expect(await deduped(["name", "size"], ...input)).toEqual([input[0], input[2]]);
  });

  it("loses no file of which a field is unknown", async () => {
    const sizes = [file("a", "x", { size: null }), file("b", "x", { size: null }), file("c", "x"), file("d", "x")];
    expect(await deduped(["name", "size"], ...sizes)).toEqual(sizes);
    expect(await deduped(["constructor"], ...sizes)).toEqual(sizes);
  });

  it("lets all pass that is no file, as often as it comes", async () => {
    const failure = { type: "failure", server: "a", path: "/x" };
    expect(await deduped(undefined, failure, failure)).toEqual([failure, failure]);
  });
});
