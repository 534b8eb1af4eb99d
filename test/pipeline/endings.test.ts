import { appendFileSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Endings, type InputFacts, InputWatch } from "../../src/pipeline/endings.ts";
import { type Journal, openJournal } from "../../src/pipeline/journal.ts";
import { journalPath } from "../../src/pipeline/journalFolder.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";
import type { AnyRecord, EndRecord, InputEnding } from "../../src/records/record.ts";
import { journalProcess } from "./journalProcess.ts";

let stateFolder: string;

beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "endings-"));
});

afterEach(() => rmSync(stateFolder, { recursive: true }));

const RUN = "run-1";

function open(
  by: string,
  options: { run?: string; selection?: { server: string; buffer_path: string }[]; to?: string } = {},
) {
  const stage = by.replace(/-.*/, "");
  const note = (message: string) => expect.fail(message);
  return openJournal({ stateFolder, run: RUN, by, stage, note, ...options });
}

/** A stage process that wrote these records to its journal and ended orderly. */
function ended(
  by: string,
  records: readonly AnyRecord[],
  options: { froms?: string[]; inputs?: InputEnding[] } = {},
): EndRecord {
  const journal = open(by);
  for (const from of options.froms ?? []) journal.from(from);
  for (const record of records) journal.control(record);
  const last = end(by, { inputs: options.inputs ?? [] });
  journal.end(last);
  journal.close();
  return last;
}

function server(name: string, by = "list-1"): AnyRecord {
  return { type: "server", run: RUN, by, server: name };
}

function listed(name: string, by = "list-1"): AnyRecord {
  return { type: "listed", run: RUN, by, server: name, files: 1 };
}

function failure(name: string, by = "list-1", more: Partial<AnyRecord> = {}): AnyRecord {
  return { type: "failure", run: RUN, by, server: name, code: "connect_refused", ...more };
}

function file(name: string, path: string, by = "list-1"): AnyRecord {
  return { type: "file", run: RUN, by, server: name, path };
}

function end(by: string, more: Partial<EndRecord> = {}): EndRecord {
  return { type: "end", run: RUN, by, stage: by.replace(/-.*/, ""), code: 0, counts: {}, inputs: [], ...more };
}

const WHOLE: InputFacts = { bytes: 1000, unterminated: false, damaged: 0 };

interface Seen extends Omit<Endings, "missed" | "sources"> {
  readonly sources: Record<string, string>;
  readonly missed: AnyRecord[];
}

async function finish(
  records: readonly AnyRecord[],
  { input = WHOLE, waitMs = 0, signal = new AbortController().signal, hidden = new Set<string>() } = {},
): Promise<Seen> {
  const watch = new InputWatch();
  for (const record of records) watch.see(record);
  const { sources, missed, ...endings } = await watch.finish({ stateFolder, input, waitMs, signal, hidden });
  const readBack: AnyRecord[] = [];
  for await (const record of missed()) readBack.push(record);
  return { ...endings, sources: Object.fromEntries(sources.map(({ by, how }) => [by, how])), missed: readBack };
}

/** Long enough that a test which waits for it fails by its time-out. */
const FOREVER_MS = 10 * 60 * 1000;

describe("a source that ended", () => {
  it("is known by its `end` in the input, without a journal", async () => {
    const last = end("list-1", { code: 1 });
    expect(await finish([server("a"), last])).toEqual({
      sources: { "list-1": "ended" },
      ends: [last],
      empty: false,
      cut: false,
      code: 0,
      missed: [],
    });
  });

  it("is known by its journal when a filter took its `end`, though it still lives", async () => {
    const last = ended("list-1", [server("a")]);
    expect(await finish([server("a"), file("a", "/x")], { waitMs: FOREVER_MS })).toEqual({
      sources: { "list-1": "ended" },
      ends: [last],
      empty: false,
      cut: false,
      code: 0,
      missed: [last],
    });
  });

  it("is waited for when it lives and has not said so yet", async () => {
    const journal = open("list-1");
    const last = end("list-1");
    setTimeout(() => journal.end(last), 120);
    const { sources, ends } = await finish([file("a", "/x")], { waitMs: FOREVER_MS });
    expect(sources).toEqual({ "list-1": "ended" });
    expect(ends).toEqual([last]);
    journal.close();
  });

  it("is believed whatever machine and boot it was on", async () => {
    foreignJournal("list-1", { host: "elsewhere", boot: "another" }, [failure("a"), end("list-1")]);
    const { sources, missed } = await finish([file("b", "/x")]);
    expect(sources).toEqual({ "list-1": "ended" });
    expect(missed).toEqual([failure("a"), end("list-1")]);
  });

  it("that never started says so by its code", async () => {
    const { ends, code } = await finish([end("list-1", { code: 2 })]);
    expect(ends.map((last) => last.code)).toEqual([2]);
    expect(code).toBe(0);
  });

  it("is not made of an `end` that makes no sense", async () => {
    const { sources, ends } = await finish([{ type: "end", run: RUN, by: "list-1", code: "well" }]);
    expect(sources).toEqual({ "list-1": "open" });
    expect(ends).toEqual([]);
  });
});

describe("a source that was killed", () => {
  it("is cut: its journal has no end and its process is gone, also behind a filter", async () => {
    const list = await journalProcess({
      stateFolder,
      run: RUN,
      by: "list-1",
      stage: "list",
      records: [server("a"), server("b"), failure("b")],
    });
    await list.kill();
    const { sources, cut, code, missed } = await finish([file("a", "/x.csv")], { waitMs: FOREVER_MS });
    expect(sources).toEqual({ "list-1": "cut" });
    expect({ cut, code }).toEqual({ cut: true, code: 3 });
    expect(missed).toEqual([server("a"), server("b"), failure("b")]);
  });

  it("is seen by the report though a stage stood between that did not see it", async () => {
    const list = await journalProcess({ stateFolder, run: RUN, by: "list-1", stage: "list" });
    await list.kill();
    const last = ended("fetch-1", [], { froms: ["list-1"] });
    const { sources, cut } = await finish([{ type: "harvested", run: RUN, by: "fetch-1", server: "a" }, last]);
    expect(sources).toEqual({ "fetch-1": "ended", "list-1": "cut" });
    expect(cut).toBe(true);
  });

  it("is a fetch behind tee, while the list that it read from ended", async () => {
    ended("list-1", [server("a"), listed("a")]);
    const fetch = await journalProcess({
      stateFolder,
      run: RUN,
      by: "fetch-1",
      stage: "fetch",
      froms: [{ by: "list-1", run: RUN }],
    });
    await fetch.kill();
    const { sources, code } = await finish([server("a"), { ...file("a", "/x", "fetch-1"), type: "download" }]);
    expect(sources).toEqual({ "list-1": "ended", "fetch-1": "cut" });
    expect(code).toBe(3);
  });

  it("while it is waited for is seen at once", async () => {
    const list = await journalProcess({ stateFolder, run: RUN, by: "list-1", stage: "list" });
    const seen = finish([file("a", "/x")], { waitMs: FOREVER_MS });
    await list.kill();
    expect((await seen).sources).toEqual({ "list-1": "cut" });
  });
});

describe("a source whose reader left", () => {
  const head = [server("a"), file("a", "/1"), file("a", "/2")];

  it("is closed when it says so, whether it ended since or not, and is not blamed", async () => {
    const journal = open("list-1");
    journal.closed();
    const first = await finish(head, { waitMs: FOREVER_MS });
    journal.end(end("list-1", { code: 1 }));
    journal.close();
    for (const { sources, cut, code, ends } of [first, await finish(head)]) {
      expect(sources).toEqual({ "list-1": "closed" });
      expect({ cut, code, ends }).toEqual({ cut: false, code: 0, ends: [] });
    }
  });

  it("is closed when it still lives after the wait", async () => {
    const journal = open("list-1");
    expect((await finish(head, { waitMs: 60 })).sources).toEqual({ "list-1": "closed" });
    journal.close();
  });

  it("is not waited for when a signal says stop", async () => {
    const journal = open("list-1");
    const signal = AbortSignal.timeout(100);
    expect((await finish(head, { waitMs: FOREVER_MS, signal })).sources).toEqual({ "list-1": "closed" });
    journal.close();
  });

  it("gives back what it said of servers that appeared, and nothing of those that nobody asked for", async () => {
    const journal = open("list-1");
    const records = [server("a"), listed("a"), server("b"), failure("b"), listed("b")];
    for (const record of records) journal.control(record);
    journal.closed();
    journal.end(end("list-1", { code: 1 }));
    journal.close();
    expect((await finish(head)).missed).toEqual([listed("a")]);
  });

  it("stays closed for the report behind the stage that saw it so", async () => {
    const journal = open("list-1");
    journal.from("servers-1");
    const last = ended("fetch-1", [], { froms: ["list-1"], inputs: [{ by: "list-1", how: "closed" }] });
    const { sources } = await finish([...head, last], { waitMs: FOREVER_MS });
    expect(sources).toEqual({ "list-1": "closed", "fetch-1": "ended", "servers-1": "open" });
    journal.close();
  });
});

describe("a source of which nothing is known", () => {
  it("is open when it has neither journal nor end: replayed after its journal was pruned", async () => {
    expect(await finish([file("a", "/x")], { waitMs: FOREVER_MS })).toEqual({
      sources: { "list-1": "open" },
      ends: [],
      empty: false,
      cut: false,
      code: 0,
      missed: [],
    });
  });

  it.each([{ host: "elsewhere" }, { boot: "another" }])(
    "is open when its journal is of another machine or boot: %j",
    async (other) => {
      foreignJournal("list-1", other, [failure("b")]);
      const { sources, missed } = await finish([file("a", "/x")], { waitMs: FOREVER_MS });
      expect(sources).toEqual({ "list-1": "open" });
      expect(missed).toEqual([failure("b")]);
    },
  );

  it("is open when its names can't be files", async () => {
    writeFileSync(join(stateFolder, "list-1.ndjson"), `${JSON.stringify(end("list-1"))}\n`);
    mkdirSync(join(stateFolder, "runs"));
    expect((await finish([{ type: "file", run: "..", by: "list-1" }])).sources).toEqual({ "list-1": "open" });
    expect((await finish([{ type: "file", run: RUN, by: "../list-1" }])).sources).toEqual({ "../list-1": "open" });
  });

  it("is known by a stage of another machine that saw its end", async () => {
    const inputs: InputEnding[] = [
      { by: "list-1", how: "cut" },
      { by: "list-2", how: "ended" },
    ];
    const { sources, cut } = await finish([server("a"), end("fetch-1", { inputs })]);
    expect(sources).toEqual({ "list-1": "cut", "fetch-1": "ended", "list-2": "ended" });
    expect(cut).toBe(true);
  });

  it.each([
    '{"type":"file"}',
    '{"type":"note","run":"run-1"}',
    '{"type":"note","run":1,"by":2}',
    '{"type":"end","run":"run-1","by":["list-1"],"code":0}',
  ])("is nobody when a record does not name it: %s", async (line) => {
    expect((await finish([JSON.parse(line)])).sources).toEqual({});
  });
});

describe("an input that was cut or damaged", () => {
  it.each<Partial<InputFacts>>([{ unterminated: true }, { damaged: 1 }])(
    "blames its direct source: %j",
    async (facts) => {
      ended("list-1", []);
      ended("fetch-1", [], { froms: ["list-1"] });
      const { sources, cut, code } = await finish([server("a"), file("a", "/x", "fetch-1")], {
        input: { ...WHOLE, ...facts },
      });
      expect(sources).toEqual({ "list-1": "ended", "fetch-1": "cut" });
      expect({ cut, code }).toEqual({ cut: true, code: 3 });
    },
  );

  it("blames those of several whose `end` did not come", async () => {
    const input = { ...WHOLE, unterminated: true };
    const { sources } = await finish([file("a", "/x"), end("list-1"), file("b", "/x", "list-2")], { input });
    expect(sources).toEqual({ "list-1": "ended", "list-2": "cut" });
  });

  it("is cut though every `end` came: who knows what stood after it", async () => {
    const { sources, code } = await finish([file("a", "/x"), end("list-1")], { input: { ...WHOLE, damaged: 1 } });
    expect(sources).toEqual({ "list-1": "cut" });
    expect(code).toBe(3);
  });

  it.each<Partial<InputFacts>>([{ unterminated: true }, { damaged: 1 }])(
    "has code 3 though it names no source: %j",
    async (facts) => {
      const { sources, cut, code } = await finish([], { input: { ...WHOLE, ...facts } });
      expect({ sources, cut, code }).toEqual({ sources: {}, cut: true, code: 3 });
    },
  );

  it("is empty when not one byte came", async () => {
    const { empty, cut, code } = await finish([], { input: { ...WHOLE, bytes: 0 } });
    expect({ empty, cut, code }).toEqual({ empty: true, cut: false, code: 3 });
  });
});

describe("what a filter took", () => {
  it("comes back once: a dead server behind grep", async () => {
    const last = ended("list-1", [server("a"), listed("a"), server("b"), failure("b"), listed("b")]);
    const { missed } = await finish([file("a", "/x.csv")]);
    expect(missed).toEqual([server("a"), listed("a"), server("b"), failure("b"), listed("b"), last]);
  });

  it("does not come back when it was not taken, in whatever order it came", async () => {
    const records = [server("a"), listed("a"), failure("b"), failure("b", "list-1", { path: "/x" })];
    const last = ended("list-1", records);
    expect((await finish([last, ...records].reverse())).missed).toEqual([]);
  });

  it("comes back once from two copies of one stream", async () => {
    ended("list-1", [server("a"), failure("b")]);
    const copy = [server("a"), file("a", "/x"), end("list-1")];
    expect((await finish([...copy, ...copy])).missed).toEqual([failure("b")]);
  });

  it("comes back from every run and stage process of a mixed input, and from those behind them", async () => {
    ended("list-1", [failure("a")]);
    const journal = open("fetch-1", { run: "run-2" });
    journal.from("list-1", RUN);
    journal.control({ ...failure("b", "fetch-1"), run: "run-2" });
    journal.close();
    const inRun1 = { ...file("c", "/x", "fetch-1"), type: "download" };
    const { sources, missed } = await finish([inRun1, file("d", "/y", "list-2")]);
    // fetch-1 is this process, which lives.
    expect(sources).toEqual({ "fetch-1": "closed", "list-2": "open", "list-1": "ended" });
    expect(missed).toEqual([failure("a"), end("list-1")]);
  });

  it("does not undo a choice of servers made behind ftp-servers", async () => {
    ended("servers-1", [server("a", "servers-1"), server("b", "servers-1")]);
    const { missed } = await finish([server("a", "servers-1")]);
    expect(missed).toEqual([end("servers-1")]);
  });

  it("includes the `server` records of ftp-servers for servers that others speak of", async () => {
    ended("servers-1", [server("a", "servers-1"), server("b", "servers-1"), server("c", "servers-1")]);
    ended("list-1", [listed("a"), failure("b"), listed("b")], { froms: ["servers-1"] });
    const { missed } = await finish([file("a", "/x.csv")]);
    expect(missed).toEqual([
      listed("a"),
      failure("b"),
      listed("b"),
      end("list-1"),
      server("a", "servers-1"),
      server("b", "servers-1"),
      end("servers-1"),
    ]);
  });
});

describe("a fetch of which a filter took every record", () => {
  const hidden = new Set(["fetch", "exec"]);
  const denied = failure("a", "fetch-1", { path: "/x" });

  it("is found by its journal where it is sought: what it says comes back, and how it ended counts", async () => {
    const listing = ended("list-1", [listed("a")]);
    const last = ended("fetch-1", [denied], { froms: ["list-1"] });
    const { sources, ends, missed } = await finish([listed("a")], { hidden });
    expect(sources).toEqual({ "list-1": "ended", "fetch-1": "ended" });
    expect(ends).toEqual([listing, last]);
    expect(missed).toEqual([listing, denied, last]);
    expect((await finish([listed("a")])).sources).toEqual({ "list-1": "ended" });
  });

  it("counts as cut when it was killed, and as closed while it lives", async () => {
    ended("list-1", []);
    const task = { stateFolder, run: RUN, stage: "fetch", froms: [{ by: "list-1", run: RUN }] };
    const fetch = await journalProcess({ ...task, by: "fetch-1", records: [denied] });
    const living = await finish([listed("a")], { hidden });
    expect(living).toMatchObject({ sources: { "fetch-1": "closed" }, code: 0 });
    expect(living.missed).toContainEqual(denied);
    await fetch.kill();
    expect(await finish([listed("a")], { hidden })).toMatchObject({ sources: { "fetch-1": "cut" }, code: 3 });
  });

  it("is found with what stands behind it, also when a stage of ours stands behind the filter", async () => {
    ended("list-1", []);
    ended("fetch-1", [denied], { froms: ["list-1"] });
    ended("exec-1", [failure("a", "exec-1")], { froms: ["fetch-1"] });
    const last = ended("filter-1", [], { froms: ["list-1"], inputs: [{ by: "list-1", how: "ended" }] });
    const { missed } = await finish([listed("a"), last], { hidden });
    expect(missed).toEqual(expect.arrayContaining([denied, failure("a", "exec-1")]));
  });

  it("is a command behind it: the downloads alone came through", async () => {
    ended("list-1", []);
    ended("fetch-1", [], { froms: ["list-1"] });
    ended("exec-1", [failure("a", "exec-1")], { froms: ["list-1", "fetch-1"] });
    const { missed } = await finish([{ ...file("a", "/x", "fetch-1"), type: "download" }], { hidden });
    expect(missed).toContainEqual(failure("a", "exec-1"));
  });

  it.each<[string, (listing: EndRecord) => AnyRecord[]]>([
    ["the listing's own end came: nobody stood behind it", (listing) => [listed("a"), listing]],
    ["a later fetch of the same listing was seen", () => [{ ...file("a", "/x", "fetch-2"), type: "download" }]],
    ["one was seen that left no sign", () => [listed("a"), { ...file("a", "/x", "fetch-3"), type: "download" }]],
    ["it is of another listing", () => [listed("a", "list-2")]],
  ])("is not sought, or not taken, when %s", async (_, input) => {
    const listing = ended("list-1", []);
    ended("list-2", []);
    ended("fetch-1", [denied], { froms: ["list-1"] });
    ended("fetch-2", [], { froms: ["list-1"] });
    const { sources, missed } = await finish(input(listing), { hidden });
    expect(Object.keys(sources)).not.toContain("fetch-1");
    expect(missed).not.toContainEqual(denied);
  });

  it("is sought among the thousand newest journals of its run", async () => {
    ended("list-1", []);
    for (const [by, age_s] of [
      ["fetch-old", 1_000],
      ["fetch-new", -1_000],
    ] as const) {
      ended(by, [], { froms: ["list-1"] });
      const when = Date.now() / 1000 - age_s;
      utimesSync(pathOf(by), when, when);
    }
    for (let others = 1; others < 1_000; others++) writeFileSync(pathOf(`exec-${others}`), "");
    const { sources } = await finish([listed("a")], { hidden });
    expect(Object.keys(sources)).toEqual(["list-1", "fetch-new"]);
  });
});

describe("a source's record", () => {
  it("has list's selection in its order, and fetch's folder", async () => {
    const selection = ["10", "9"].map((name) => ({ server: name, buffer_path: "/data" }));
    open("list-1", { selection }).close();
    open("fetch-1", { to: "/there" }).close();
    const watch = new InputWatch();
    for (const record of [file("10", "/x"), file("10", "/x", "fetch-1")]) watch.see(record);
    const { sources } = await watch.finish({ stateFolder, input: WHOLE, signal: AbortSignal.abort() });
    expect(sources).toEqual([
      { type: "source", run: RUN, by: "list-1", stage: "list", how: "closed", selection },
      { type: "source", run: RUN, by: "fetch-1", stage: "fetch", how: "closed", to: "/there" },
    ]);
  });
});

describe("watching", () => {
  it("tells of each source and run once, when it is first seen", () => {
    const told: string[] = [];
    const watch = new InputWatch((by, run) => told.push(`${by} ${run}`));
    const other = { ...file("a", "/x"), run: "run-2" };
    for (const record of [server("a"), file("a", "/x"), other, server("a"), other, server("b", "list-2")])
      watch.see(record);
    expect(told).toEqual(["list-1 run-1", "list-1 run-2", "list-2 run-1"]);
  });

  it("follows journals that read from one another, once", async () => {
    const journals: Journal[] = [open("fetch-1"), open("fetch-2")];
    journals[0]?.from("fetch-2");
    journals[1]?.from("fetch-1");
    for (const journal of journals) journal.close();
    expect((await finish([file("a", "/x", "fetch-1")])).sources).toEqual({ "fetch-1": "closed", "fetch-2": "closed" });
  });
});

function pathOf(by: string): string {
  return journalPath(stateFolder, RUN, by) ?? expect.fail("no path");
}

/** A journal as another machine, or this one before it was started anew, may have left it. */
function foreignJournal(by: string, other: { host?: string; boot?: string }, records: readonly AnyRecord[]): void {
  const path = pathOf(by);
  mkdirSync(dirname(path), { recursive: true });
  const first = { type: "journal", run: RUN, by, stage: "list", ...thisProcess(), ...other };
  for (const line of [first, ...records]) appendFileSync(path, `${JSON.stringify(line)}\n`);
}
