import { describe, expect, it } from "vitest";
import type { OptionInputs } from "../../src/config/options.ts";
import { optionValues } from "../../src/config/optionValues.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { filterStage } from "../../src/stages/filter.ts";
import { collect, StageWorld } from "./stageWorld.ts";

function file(name: string, more: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return { type: "file", server: "s", config: "/cfg.yaml", path: `/${name}`, name, size: 5, modified: null, ...more };
}

/** The names that come through. */
async function chosen(
  given: OptionInputs<typeof filterStage.options>,
  input: readonly AnyRecord[],
  world = new StageWorld(),
): Promise<unknown[]> {
  using here = world;
  const stage = filterStage.operator(optionValues("filter", filterStage.options, given), here.context("filter-1"));
  return (await collect(input, stage)).map(({ name, type }) => name ?? type);
}

describe("a filter", () => {
  it("lets all through unless told otherwise", async () => {
    expect(await chosen({}, [file("a"), file("b", { size: null })])).toEqual(["a", "b"]);
  });

  it("chooses as a listing does", async () => {
    const input = [file("a.csv"), file("sub/b.csv"), file("a.txt"), file("c.csv", { size: 500 })];
    expect(await chosen({ include: "*.csv", maxSize: 100 }, input)).toEqual(["a.csv", "sub/b.csv"]);
  });

  it("leaves out what lies in an excluded folder, as a listing does", async () => {
    const input = [file("tmp/a"), file("x/tmp/y/b"), file("x/c"), file("tmp")];
    expect(await chosen({ exclude: "tmp/" }, input)).toEqual(["x/c", "tmp"]);
    expect(await chosen({ exclude: "x/tmp" }, input)).toEqual(["tmp/a", "x/c", "tmp"]);
  });

  it("needs all conditions to hold", async () => {
    const input = [file("a", { size: 1 }), file("a", { size: 9 }), file("b", { size: 9 })];
    expect(await chosen({ match: ["size>5", "name=a"] }, input)).toEqual(["a"]);
  });

  it("lets every record through that is no file, even of a type that nobody knows", async () => {
    const types = ["server", "listed", "failure", "skipped", "harvested", "weather"];
    const others = types.map((type) => ({ type, server: "s", path: "/x" }));
    expect(await chosen({ include: "*.csv", match: "size>5" }, [...others, file("x", { size: 9 })])).toEqual(types);
  });

  it("chooses among downloads, too", async () => {
    const input = ["a.csv", "b.txt"].map((name) => file(name, { type: "download", size: null, bytes: 7 }));
    expect(await chosen({ include: "*.csv" }, input)).toEqual(["a.csv"]);
    expect(await chosen({ minSize: 8 }, input)).toEqual([]);
  });

  it("leaves a file record without a name to the stage that fetches, which says what is wrong with it", async () => {
    expect(await chosen({ include: "*.csv" }, [{ type: "file", server: "s" }])).toEqual(["file"]);
  });

  it("reads times without a zone by the server's clock", async () => {
    const world = new StageWorld();
    world.add("east", { port: 1, timezone: "Asia/Tokyo" });
    world.add("west", { port: 2, timezone: "UTC" });
    const tokyo_ms = 9 * 3_600_000;
    const hourAgo = (ahead_ms: number) => new Date(Date.now() - 3_600_000 + ahead_ms).toISOString().slice(0, 19);
    const input = [
      file("young", { server: "east", modified: hourAgo(tokyo_ms) }),
      file("old", { server: "east", modified: hourAgo(0) }),
      file("young too", { server: "west", modified: hourAgo(0) }),
      file("of nobody", { server: "unknown", modified: hourAgo(0) }),
    ];
    expect(await chosen({ newerThan: "2h" }, input, world)).toEqual(["young", "young too", "of nobody"]);
  });
});
