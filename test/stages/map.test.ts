import { describe, expect, it } from "vitest";
import type { OptionInputs } from "../../src/config/options.ts";
import { optionValues } from "../../src/config/optionValues.ts";
import { UsageError } from "../../src/records/fault.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { mapStage } from "../../src/stages/map.ts";
import { collect, StageWorld } from "./stageWorld.ts";

const FILE = { type: "file", run: "r", by: "list-1", server: "s", path: "/out/a", name: "a", size: 5, raw: "L291dC9h" };

async function mapped(given: OptionInputs<typeof mapStage.options>, ...input: AnyRecord[]): Promise<AnyRecord[]> {
  using world = new StageWorld();
  return collect(input, mapStage.operator(optionValues("map", mapStage.options, given), world.context("map-1")));
}

describe("map", () => {
  it("makes new values of the old ones", async () => {
    const [made] = await mapped({ set: { name: "{server}/{name}", path: "{name}" } }, FILE);
    expect(made).toMatchObject({ name: "s/a", path: "a" });
  });

  it("copies a value as it is where nothing stands beside it, and writes it into a text elsewhere", async () => {
    const [made] = await mapped({ set: ["bytes={size}", "text={size} bytes", "none={nothing}!{unknown}"] }, FILE);
    expect(made).toMatchObject({ bytes: 5, text: "5 bytes", none: "!" });
  });

  it("leaves braces that name no field", async () => {
    const [made] = await mapped({ set: "text={ } {a-b} {}" }, FILE);
    expect(made).toMatchObject({ text: "{ } {a-b} {}" });
  });

  it("drops fields", async () => {
    expect(await mapped({ drop: "size, raw, colour" }, FILE)).toEqual([
      { type: "file", run: "r", by: "list-1", server: "s", path: "/out/a", name: "a" },
    ]);
  });

  it("forgets the bytes of a path that it changes, and keeps them where only the name is another", async () => {
    const [moved, renamed] = [await mapped({ set: "path=/b" }, FILE), await mapped({ set: "name=b" }, FILE)];
    expect(moved[0]).not.toHaveProperty("raw");
    expect(renamed[0]).toMatchObject({ name: "b", raw: FILE.raw });
  });

  it("changes files, or the types that are named, and lets all others pass", async () => {
    const others = [{ type: "listed", name: "x" }, { type: "weather" }];
    expect(await mapped({ set: "name=b" }, ...others)).toEqual(others);
    expect(await mapped({ set: "name=b", types: "listed" }, ...others)).toEqual([
      { type: "listed", name: "b" },
      { type: "weather" },
    ]);
  });

  it.each(["type", "run", "by", "server"])("can't change `%s`", async (field) => {
    const usage = new UsageError(`map: \`${field}\` says what a record is, and whose; it can't be changed`);
    await expect(mapped({ set: `${field}=x` })).rejects.toEqual(usage);
    await expect(mapped({ drop: field })).rejects.toEqual(usage);
  });
});
