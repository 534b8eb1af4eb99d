import { describe, expect, it } from "vitest";
import { noted, noteOfTypes } from "../../src/stages/noteOfTypes.ts";
import { collect, StageWorld } from "./stageWorld.ts";

describe("types that look like slips", () => {
  it.each([
    [["file", "files"], "exec: `files` is none of the usual types of records; did you mean `file`?"],
    [["Download"], "exec: `Download` is none of the usual types of records; did you mean `download`?"],
    [["file", "weather"], undefined],
    [["file", "download"], undefined],
  ])("are told: %j", (types, note) => {
    expect(noteOfTypes("exec", types)).toBe(note);
  });

  it("are told when the work begins", async () => {
    using world = new StageWorld();
    const stage = noted("a note", world.context("exec-1"));
    expect(world.notes).toEqual([]);
    expect(await collect([{ type: "file" }], stage)).toEqual([{ type: "file" }]);
    expect(world.notes).toEqual(["a note"]);
  });
});
