import { describe, expect, it } from "vitest";
import type { AnyRecord } from "../../../src/records/record.ts";
import { ResultCollector } from "../../../src/stages/report/resultCollector.ts";
import {
  download,
  failure,
  file,
  harvested,
  listed,
  selection,
  server,
  skipped,
  source,
  text,
  told,
  trouble,
} from "./harvest.ts";

/** A harvest in which all went well. */
const WELL = [
  server("s"),
  file("a"),
  listed(2),
  download("b", { size: 9, bytes: 3 }),
  download("a"),
  harvested({ fetched: 2 }),
];

describe("the report of a server", () => {
  it("has its files by name with the size that they have here, and result 0", async () => {
    expect(await told(WELL)).toMatchObject({
      rows: [
        [
          "s",
          0,
          2,
          "/data/s",
          [
            ["a", 1],
            ["b", 3],
          ],
        ],
      ],
      code: 0,
      notes: [],
    });
  });

  it("is the same for a stream that was turned around, sorted or repeated", async () => {
    const expected = await told(WELL);
    const sorted = [...WELL].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    for (const records of [[...WELL].reverse(), sorted, [...WELL, ...WELL]])
      expect(await told(records)).toEqual(expected);
  });

  it.each<{ when: string; records: AnyRecord[] }>([
    { when: "a file failed", records: [failure("a"), harvested({ failed: 1 })] },
    { when: "the server failed", records: [trouble(), listed(0, { complete: false }), harvested({})] },
    {
      when: "a program that its files went through failed",
      records: [trouble({ by: "exec-1", stage: "exec", code: "command" }), listed(0), harvested({})],
    },
    { when: "a folder could not be listed", records: [failure("sub", { by: "list-1", stage: "list" }), listed(0)] },
    {
      when: "its listing is said to be complete by one of two records of it only",
      records: [...[listed(1, { complete: false }), listed(1)], ...[download("a"), harvested({ fetched: 1 })]],
    },
    {
      when: "its listing is not complete",
      records: [listed(1, { complete: false }), download("a"), harvested({ fetched: 1 })],
    },
    { when: "files were not started", records: [download("a"), listed(2), harvested({ fetched: 1, not_started: 1 })] },
    { when: "a file record has no outcome", records: [file("a"), file("b"), listed(2), download("a")] },
    {
      when: "a file failed and a filter took the record",
      records: [listed(2), download("a"), harvested({ fetched: 1, failed: 1 })],
    },
  ])("has result 1 when $when, and the exit code is 1", async ({ records }) => {
    const { rows, code } = await told(records);
    expect(rows.map(([server, result]) => [server, result])).toEqual([["s", 1]]);
    expect(code).toBe(1);
  });

  it.each<{ when: string; records: AnyRecord[]; files: number }>([
    {
      when: "files were skipped",
      records: [skipped("l"), listed(1), download("a"), harvested({ fetched: 1 })],
      files: 1,
    },
    {
      when: "all is unchanged",
      records: [listed(1), download("a", { status: "unchanged" }), harvested({ unchanged: 1 })],
      files: 0,
    },
    { when: "it has no files", records: [server("s"), listed(0), harvested({})], files: 0 },
    {
      when: "a filter took downloads that went well",
      records: [listed(2), download("a"), harvested({ fetched: 2 })],
      files: 1,
    },
    { when: "only downloads are left of the stream", records: [download("a"), download("b")], files: 2 },
  ])("has result 0 when $when", async ({ records, files }) => {
    expect(await told(records)).toMatchObject({ servers: [`s 0 ${files}`], code: 0 });
  });

  it("counts and lists unchanged files when asked to", async () => {
    const records = [download("a", { status: "unchanged" }), download("b"), harvested({ fetched: 1, unchanged: 1 })];
    expect((await told(records)).rows).toMatchObject([["s", 0, 1, "/data/s", [["b", 1]]]]);
    expect((await told(records, { withUnchanged: true })).rows).toMatchObject([
      [
        "s",
        0,
        2,
        "/data/s",
        [
          ["a", 1],
          ["b", 1],
        ],
      ],
    ]);
  });

  it.each([null, 3])("takes the bytes on disk, not the size that was listed (%s)", async (size) => {
    expect((await told([download("a", { size, bytes: 7 })])).rows[0]?.[4]).toEqual([["a", 7]]);
  });
});

describe("an outcome is counted once", () => {
  it.each<{ what: string; records: AnyRecord[]; servers: string[] }>([
    { what: "a success after a failure", records: [failure("a"), download("a")], servers: ["s 0 1"] },
    { what: "a success before a failure", records: [download("a"), failure("a")], servers: ["s 0 1"] },
    { what: "skipped and failed", records: [skipped("a"), failure("a")], servers: ["s 0 0"] },
    {
      what: "fetched and, in a second fetch, unchanged",
      records: [download("a"), download("a", { by: "fetch-2", status: "unchanged" })],
      servers: ["s 0 1"],
    },
    { what: "the same path in two runs", records: [download("a"), download("a", { run: "r2" })], servers: ["s 0 2"] },
    {
      what: "the same path on two servers",
      records: [download("a"), download("a", { server: "t" })],
      servers: ["s 0 1", "t 0 1"],
    },
    {
      what: "one text for two names of other bytes",
      records: [download("\ufffd", { raw: "L/8=" }), download("\ufffd", { raw: "L/4=" })],
      servers: ["s 0 2"],
    },
    {
      what: "a failure of one run and a success of another",
      records: [failure("a"), download("a", { run: "r2" })],
      servers: ["s 1 1"],
    },
  ])("$what", async ({ records, servers }) => {
    expect((await told(records)).servers).toEqual(servers);
  });

  it("also when a first fetch failed and a second one, of the same records, did not", async () => {
    const first = [listed(2), download("a"), failure("b"), harvested({ fetched: 1, failed: 1 })];
    const second = [download("a", { by: "fetch-2", status: "unchanged" }), download("b", { by: "fetch-2" })];
    const sums = harvested({ fetched: 1, unchanged: 1 }, { by: "fetch-2" });
    expect(await told([...first, ...second, sums])).toMatchObject({ servers: ["s 0 2"], code: 0, notes: [] });
  });
});

describe("sums", () => {
  const three = [download("a"), download("b"), download("c")];

  it("of distinct fetches add up", async () => {
    const other = [download("d", { by: "fetch-2" }), harvested({ fetched: 1 }, { by: "fetch-2" })];
    expect(await told([...three, harvested({ fetched: 3 }), ...other, listed(4)])).toMatchObject({
      code: 0,
      notes: [],
    });
  });

  it("told twice by one fetch count as the later and greater", async () => {
    for (const sums of [
      [2, 3],
      [3, 2],
    ]) {
      const records = [...three, listed(3), ...sums.map((fetched) => harvested({ fetched }))];
      expect(await told(records)).toMatchObject({ code: 0, notes: [] });
    }
  });

  it("smaller than the outcomes mean a damaged stream: exit code 3", async () => {
    const { servers, code, notes } = await told([...three, harvested({ fetched: 2 })]);
    expect({ servers, code }).toMatchObject({ servers: ["s 1 3"], code: 3 });
    expect(notes).toEqual(["damaged: there are more outcomes than files: s has 1 more than asked for"]);
  });

  it("do not count what the listing itself says of names", async () => {
    const own = [failure("..", { by: "list-1", stage: "list" }), skipped("l")];
    expect(await told([...three, ...own, listed(3), harvested({ fetched: 3 })])).toMatchObject({ code: 1, notes: [] });
  });

  it("that do not add up mean a damaged stream", async () => {
    expect((await told([...three, harvested({ fetched: 3 }, { asked: 4 })])).code).toBe(3);
  });

  it.each<AnyRecord>([
    { type: "download", run: "r1", server: "s", name: "a", size: 1 },
    { type: "download", run: "r1", path: "/a", name: "a", size: 1 },
    { type: "listed", run: "r1", server: "s" },
  ])("need records with all they must have: %j is damaged", async (record) => {
    expect((await told([...three, record])).code).toBe(3);
  });
});

describe("files that were listed but not asked for", () => {
  const few = [listed(40), download("a"), harvested({ fetched: 1 })];

  it("were filtered: said once, and no fault", async () => {
    const other = few.map((record) => ({ ...record, server: "t" }));
    expect(await told([...few, ...other])).toMatchObject({
      servers: ["s 0 1", "t 0 1"],
      code: 0,
      notes: ["filtered: 2 of 80 listed files were asked for"],
    });
  });

  it("are not whole when nobody has listed them: then nobody has seen whether they are there", async () => {
    expect(await text([server("s")], "json")).toBe('{"s":[1,0,"/data/s",[]]}\n');
    expect(await text([server("s"), listed(0)], "json")).toBe('{"s":[0,0,"/data/s",[]]}\n');
  });

  it("are nobody's concern when the reader of the listing left", async () => {
    expect(await told([...few, source("list-1", "closed")])).toMatchObject({ servers: ["s 0 1"], code: 0, notes: [] });
  });

  it("are missing when something was cut", async () => {
    const { servers, code, notes } = await told([...few, source("list-1", "cut")]);
    expect({ servers, code, notes }).toMatchObject({ servers: ["s 1 1"], code: 3, notes: [] });
  });
});

describe("how the stages before ended", () => {
  const chosen = { selection: selection("t", "s", "u") };

  it("leaves out no server of the selection, dead or not, and keeps its order", async () => {
    const dead = [trouble({ server: "u" }), listed(0, { server: "u", complete: false })];
    const records = [...WELL, ...dead, listed(0, { server: "t" }), source("list-1", "ended", chosen)];
    expect(await told(records)).toMatchObject({
      servers: ["t 0 0", "s 0 2", "u 1 0"],
      code: 1,
    });
  });

  it("gives result 1 to servers that a cut listing did not reach", async () => {
    expect(await told([...WELL, source("list-1", "cut", chosen)])).toMatchObject({
      servers: ["t 1 0", "s 0 2", "u 1 0"],
      code: 3,
    });
  });

  it("gives result 1 to servers that a listing ended by a signal did not reach", async () => {
    const end = { type: "end", run: "r1", by: "list-1", code: 143, inputs: [] };
    expect(await told([...WELL, end, source("list-1", "ended", chosen)])).toMatchObject({
      servers: ["t 1 0", "s 0 2", "u 1 0"],
      code: 143,
    });
  });

  it("reports only the servers that appeared when the reader left", async () => {
    expect(await told([...WELL, source("list-1", "closed", chosen)])).toMatchObject({
      servers: ["s 0 2"],
      code: 0,
      notes: [],
    });
  });

  it("reports only the servers that appeared when a pipeline had enough of its own listing", async () => {
    const end = { type: "end", run: "r1", by: "harvest-1", code: 0, inputs: [], enough: true };
    expect(await told([...WELL, end, source("harvest-1", "ended", chosen)])).toMatchObject({
      servers: ["s 0 2"],
      code: 0,
      notes: [],
    });
  });

  it("takes the order but no servers from ftp-servers: a filter may stand behind it", async () => {
    const records = [...WELL, listed(0, { server: "t" }), source("servers-1", "ended", chosen)];
    expect((await told(records)).servers).toEqual(["t 0 0", "s 0 2"]);
  });

  it.each<{ left: string; records: AnyRecord[]; result: number }>([
    { left: "nothing but the listing", records: [listed(3)], result: 1 },
    { left: "some outcomes", records: [listed(3), download("a")], result: 1 },
    { left: "all outcomes", records: [listed(1), download("a")], result: 0 },
    { left: "no listing", records: [download("a")], result: 1 },
    { left: "a server without files", records: [listed(0)], result: 0 },
  ])("gives result $result to a server of which a killed fetch left $left", async ({ records, result }) => {
    const { rows, code } = await told([...records, source("fetch-1", "cut")]);
    expect([rows.map(([, its]) => its), code]).toEqual([[result], 3]);
  });

  it.each([
    { ends: [0, 0], code: 0 },
    { ends: [1, 0], code: 1 },
    { ends: [2, 1], code: 2 },
    { ends: [2, 3], code: 3 },
    { ends: [3, 130, 1], code: 130 },
  ])("folds the codes $ends to $code", async ({ ends, code }) => {
    const records = ends.map((code, n) => ({ type: "end", run: "r1", by: `x-${n}`, code, inputs: [] }));
    expect((await told([...records, listed(0)])).code).toBe(code);
  });

  it("takes no code from an end that has none", async () => {
    const ends = [1000, 1.5, "3", undefined].map((code) => ({ type: "end", run: "r1", by: "x", code, inputs: [] }));
    expect((await told([...WELL, ...ends])).code).toBe(0);
  });

  it("leaves an empty input that a stage before was told to allow to that stage", async () => {
    expect(
      (await told([...WELL, { type: "end", run: "r1", by: "fetch-1", code: 0, inputs: [], empty: true }])).code,
    ).toBe(0);
  });

  it("believes an end that saw its input cut", async () => {
    const end = { type: "end", run: "r1", by: "fetch-1", code: 0, inputs: [{ by: "list-1", how: "cut" }] };
    expect((await told([...WELL, end])).code).toBe(3);
  });

  it("calls a stream without any record empty, unless that is allowed", async () => {
    expect(await told([])).toMatchObject({ rows: [], code: 3 });
    const collector = new ResultCollector({ allowEmpty: true, note: () => {} });
    expect((await collector.finish()).ok).toBe(true);
  });

  it("holds and shows a part only of a failure's text without an end", async () => {
    const message = "x".repeat(1_000_000);
    const records = [{ type: "failure", run: "r1", by: "x", code: "protocol", message }, trouble({ message })];
    expect((await text(records, "table")).length).toBeLessThan(10_000);
  });

  it("knows a failure of no server", async () => {
    expect(
      await told([...WELL, { type: "failure", run: "r1", by: "x", code: "protocol", message: "?" }]),
    ).toMatchObject({
      servers: ["s 0 2"],
      code: 1,
    });
  });
});

describe("the folder of a server", () => {
  it.each<{ from: string; records: AnyRecord[]; folder: string }>([
    {
      from: "its sums",
      records: [server("s"), harvested({}, { local: "/there/s" }), source("fetch-1", "ended", { to: "/to" })],
      folder: "/there/s",
    },
    { from: "fetch's --to", records: [server("s"), source("fetch-1", "ended", { to: "/to" })], folder: "/to/s" },
    { from: "the configuration", records: [server("s"), harvested({}, { local: null })], folder: "/data/s" },
    {
      from: "the selection",
      records: [listed(0), source("list-1", "ended", { selection: selection("s") })],
      folder: "/sel/s",
    },
    { from: "a download", records: [download("a/b", { local: "/x/s/a/b" })], folder: "/x/s" },
    { from: "nowhere", records: [listed(0)], folder: "" },
  ])("is known from $from", async ({ records, folder }) => {
    expect((await told(records)).rows[0]?.[3]).toBe(folder);
  });
});

describe("the order of servers", () => {
  it("is the configuration's, as the server records say, then that of their appearance", async () => {
    const records = ["10", "9", "z", "a"].map((name, n) => server(name, n < 2 ? { order: 1 - n } : {}));
    expect((await told(records.reverse())).rows.map(([name]) => name)).toEqual(["9", "10", "a", "z"]);
  });
});
