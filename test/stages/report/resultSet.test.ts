import { describe, expect, it } from "vitest";
import { collected, download, failure, listed, skipped, trouble } from "./harvest.ts";

const RECORDS = [
  ...["b", "c", "a"].map((name, n) => download(name, { server: "one", size: n })),
  failure("d", { server: "one" }),
  skipped("e", { server: "one" }),
  trouble({ server: "two" }),
  listed(0, { server: "two", complete: false }),
];

const ROWS = [
  [
    "one",
    1,
    3,
    "/data/s",
    [
      ["a", 2],
      ["b", 0],
      ["c", 1],
    ],
  ],
  ["two", 1, 0, "", []],
];

describe("a result set", () => {
  it("gives a row a server in a loop, each time anew", async () => {
    using results = await collected(RECORDS);
    for (let time = 0; time < 2; time++) {
      const rows: unknown[] = [];
      for (const [server, result, number_of_files, buffer_path, files] of results) {
        rows.push([server, result, number_of_files, buffer_path, files]);
      }
      expect(rows).toEqual(ROWS);
    }
  });

  it("is its text in each format, JSON unless told otherwise", async () => {
    using results = await collected(RECORDS);
    expect(results.toString()).toBe(results.toString("json"));
    expect(`${results}`).toBe(results.toString("json"));
    expect(JSON.parse(results.toString())).toEqual(Object.fromEntries(ROWS.map(([server, ...rest]) => [server, rest])));
    const rows = results.toString("rows").trimEnd().split("\n");
    expect(rows.map((row) => JSON.parse(row))).toEqual(ROWS);
    for (const format of ["table", "csv"] as const) {
      expect(results.toString(format)).toBe([...results.lines(format)].join(""));
    }
  });

  it("tells of each server its files, failures and outcomes, one at a time", async () => {
    using results = await collected(RECORDS);
    const [one, two] = results.servers;
    if (one === undefined || two === undefined) throw new Error("two servers are expected");
    expect([...results.files(one)]).toEqual(ROWS[0]?.[4]);
    expect(Array.from(results.failures(one), ({ name, path, code }) => [name, path, code])).toEqual([
      ["d", "/out/d", "denied"],
    ]);
    expect([...results.failures(two)]).toEqual([{ name: "", path: null, code: "login", message: "530 no" }]);
    const outcomes = Array.from(results.outcomes(one), ({ name, status }) => `${name} ${status}`);
    expect(outcomes).toEqual(["a fetched", "b fetched", "c fetched", "d failed", "e skipped"]);
  });

  it("knows no servers but its own", async () => {
    using results = await collected(RECORDS);
    using others = await collected(RECORDS);
    const [theirs] = others.servers;
    expect(theirs === undefined ? undefined : [...results.files(theirs)]).toEqual([]);
  });

  it("can't be read any more at the end of its block", async () => {
    const left = await (async () => {
      using results = await collected(RECORDS);
      return results;
    })();
    expect(left.code).toBe(1);
    expect(left.servers).toHaveLength(2);
    expect(() => [...left]).toThrow("the report is closed");
    expect(() => left.toString()).toThrow("the report is closed");
  });
});
