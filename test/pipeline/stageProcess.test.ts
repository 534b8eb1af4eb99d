import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concat, map, mergeMap, NEVER, type OperatorFunction, of, takeUntil, throwError, timer } from "rxjs";
import { describe, expect, it } from "vitest";
import { openJournal } from "../../src/pipeline/journal.ts";
import { recordInput } from "../../src/pipeline/recordInput.ts";
import { RecordOutput } from "../../src/pipeline/recordOutput.ts";
import { runStage, type StageProcess } from "../../src/pipeline/stageProcess.ts";
import { DamageNotes } from "../../src/records/damageNotes.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { HeldSink, linesOf, streamOf } from "./byteStreams.ts";

type Operator = OperatorFunction<AnyRecord, AnyRecord>;

const STAMP = { run: "r", by: "fetch-1" };
const END = { type: "end", run: "r", by: "list-1", stage: "list", code: 0, counts: {}, inputs: [] };
const same: Operator = (source) => source;

/** A stage process with its state in a folder of its own. */
class Bench implements Disposable {
  readonly sink = new HeldSink();
  readonly notes: string[] = [];
  readonly stop = new AbortController();
  readonly #folder = mkdtempSync(join(tmpdir(), "fh-process-"));

  run(input: string | undefined, operator: Operator, more: Partial<StageProcess> = {}): Promise<number> {
    const note = (message: string) => void this.notes.push(message);
    const stateFolder = this.#folder;
    return runStage({
      stage: "fetch",
      by: "fetch-1",
      operator,
      input: input === undefined ? undefined : recordInput(streamOf(input), new DamageNotes("the input", () => {})),
      output: new RecordOutput(this.sink),
      stateFolder,
      openJournal: (run) => openJournal({ stateFolder, run, by: "fetch-1", stage: "fetch", note }),
      run: () => "r",
      signal: this.stop.signal,
      signalCode: () => 143,
      allowEmpty: false,
      note,
      watch: () => {},
      ...more,
    });
  }

  journal(): AnyRecord[] {
    const runs = join(this.#folder, "runs", "r");
    if (!readdirSync(runs).includes("fetch-1.ndjson")) return [];
    const lines = readFileSync(join(runs, "fetch-1.ndjson"), "utf8").trim().split("\n");
    return lines.map((line) => JSON.parse(line));
  }

  get end(): AnyRecord | undefined {
    return this.sink.records.findLast(({ type }) => type === "end");
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

describe("a stage process", () => {
  it("hands records on, takes the ends before it in, and ends with its own", async () => {
    using bench = new Bench();
    const file = { type: "file", run: "r", by: "list-1", n: 1 };
    const code = await bench.run(linesOf(file, { type: "weather" }, END), same);
    expect(code).toBe(0);
    expect(bench.sink.records).toEqual([
      file,
      { type: "weather" },
      {
        ...{ type: "end", ...STAMP, stage: "fetch", code: 0, counts: { file: 1, other: 1 } },
        inputs: [{ by: "list-1", how: "ended" }],
      },
    ]);
    expect(bench.sink.text.endsWith("\n")).toBe(true);
    expect(bench.notes).toEqual([]);
  });

  it("hands on what it does not change letter by letter, and what it changes with its changes", async () => {
    using bench = new Bench();
    const [weather, file] = ['{"type":"weather","n":12345678901234567890}', '{"type":"file", "n":1.0}'];
    const change: Operator = map((record) => (record.type === "file" ? { ...record, more: true } : record));
    await bench.run(`${weather}\n${file}\n${weather}\n`, change);
    expect(bench.sink.text.split("\n").slice(0, 3)).toEqual([weather, '{"type":"file","n":1,"more":true}', weather]);
  });

  it("has what it writes in its journal before it is on stdout", async () => {
    using bench = new Bench();
    const seen: boolean[] = [];
    bench.sink.onWrite = (text) => {
      for (const type of ["failure", "harvested", "end"].map((name) => `"type":"${name}"`)) {
        if (text.includes(type)) seen.push(bench.journal().some((record) => JSON.stringify(record).includes(type)));
      }
    };
    // It fills a batch, so that what came before it is written long before the end.
    const big = { type: "file", ...STAMP, text: "x".repeat(100_000) };
    const own = ["failure", "harvested"].flatMap((type) => [{ type, ...STAMP, server: "s" }, big]);
    await bench.run(linesOf(END), (source) => concat(source, of(...own)));
    expect(seen).toEqual([true, true, true]);
    expect(bench.journal().map(({ type }) => type)).toEqual(["journal", "from", "failure", "harvested", "end"]);
  });

  it("keeps only what it made itself in its journal", async () => {
    using bench = new Bench();
    const others = { type: "failure", run: "r", by: "list-1", server: "s", code: "dns" };
    const download: Operator = (source) => concat(source, of({ type: "download", ...STAMP }));
    await bench.run(linesOf(others, END), download);
    expect(bench.journal().map(({ type }) => type)).toEqual(["journal", "from", "end"]);
  });

  const failure = { type: "failure", run: "r", by: "list-1", server: "s" };
  const codes: [string, string, number][] = [
    ["a failure was passed on", linesOf(failure, END), 1],
    ["the stage before has one", linesOf({ ...END, code: 1 }), 1],
    ["the stage before could not start", linesOf({ ...END, code: 2 }), 2],
    ["the stage before could not start, and something failed", linesOf(failure, { ...END, code: 2 }), 2],
    ["the stage before was ended by a signal", linesOf({ ...END, code: 130 }), 130],
    ["the input was cut", linesOf(END).slice(0, -1), 3],
    ["a line is damaged", `what?\n${linesOf(END)}`, 3],
    ["nothing came", "", 3],
  ];
  it.each(codes)("when %s", async (_, input, code) => {
    using bench = new Bench();
    expect(await bench.run(input, same)).toBe(code);
    expect(bench.end).toMatchObject({ code });
  });

  it("says why nothing came, and takes it for good where that is allowed", async () => {
    using bench = new Bench();
    await bench.run("", same);
    expect(bench.notes).toEqual([
      "nothing came in: did the command before this one start, or did a filter take everything?",
    ]);
    expect(bench.end).toMatchObject({ empty: true });
    using allowed = new Bench();
    expect(await allowed.run("", same, { allowEmpty: true })).toBe(0);
    expect(allowed.notes).toEqual([]);
  });

  it("is quiet about a stage before that could not start", async () => {
    using bench = new Bench();
    await bench.run(linesOf({ ...END, code: 2 }), same);
    expect(bench.notes).toEqual([]);
  });

  it("begins a pipe where it has no input", async () => {
    using bench = new Bench();
    const servers: Operator = (source) => concat(source, of({ type: "server", ...STAMP, server: "s" }));
    expect(await bench.run(undefined, servers)).toBe(0);
    expect(bench.end).toMatchObject({ counts: { server: 1 }, inputs: [] });
  });

  it("shows all that goes out to who watches", async () => {
    using bench = new Bench();
    const watched: string[] = [];
    await bench.run(linesOf(failure, END), same, { watch: ({ type }) => void watched.push(type) });
    expect(watched).toEqual(["failure"]);
  });

  it("has no end when the work has a bug: those behind see it as cut", async () => {
    using bench = new Bench();
    const bug: Operator = (source) =>
      concat(
        source,
        throwError(() => new Error("a bug")),
      );
    await expect(bench.run(linesOf(failure, END), bug)).rejects.toThrow("a bug");
    expect(bench.end).toBeUndefined();
  });
});

describe("a reader that left", () => {
  it("ends the stage quietly, with the code of what it saw", async () => {
    using bench = new Bench();
    const own = { type: "failure", ...STAMP, server: "s" };
    const leaving = map((record: AnyRecord) => {
      bench.sink.fail("EPIPE");
      return record;
    });
    const code = await bench.run(linesOf({ type: "file", run: "r", by: "list-1" }, own), leaving);
    expect(code).toBe(0);
    expect(bench.notes).toEqual([]);
    expect(bench.sink.text).toBe("");
    expect(bench.journal().map(({ type }) => type)).toEqual(["journal", "from", "closed", "end"]);
  });

  it("is another matter than a disk that is full", async () => {
    using bench = new Bench();
    const full = map((record: AnyRecord) => {
      bench.sink.fail("ENOSPC");
      return record;
    });
    expect(await bench.run(linesOf({ type: "file", run: "r", by: "list-1" }), full)).toBe(3);
    expect(bench.notes).toEqual(["can't write: write ENOSPC"]);
  });
});

describe("a signal", () => {
  /** An input that nobody ends. */
  const endless = () => {
    const facts = () => ({ bytes: Number.NaN, unterminated: false, damaged: 0 });
    return { records: NEVER.pipe(takeUntil(timer(30_000))), facts };
  };

  it("ends the reading, lets the work wind down, and is the exit code", async () => {
    using bench = new Bench();
    const windingDown: Operator = (source) => concat(source, of({ type: "harvested", ...STAMP, server: "s" }));
    setTimeout(() => bench.stop.abort(), 10);
    expect(await bench.run(undefined, windingDown, { input: endless() })).toBe(143);
    expect(bench.sink.records.map(({ type }) => type)).toEqual(["harvested", "end"]);
    expect(bench.notes).toEqual([]);
  });

  it("leaves the stages before time for their last words", async () => {
    using bench = new Bench();
    bench.stop.abort();
    const listed = { type: "listed", run: "r", by: "list-1", server: "s", files: 0, complete: false };
    const late = { records: timer(200).pipe(mergeMap(() => [listed, END])), facts: endless().facts };
    await bench.run(undefined, same, { input: late });
    expect(bench.sink.records.map(({ type }) => type)).toEqual(["listed", "end"]);
  });

  it("that came before the reading began ends it, too", async () => {
    using bench = new Bench();
    bench.stop.abort();
    expect(await bench.run(undefined, same, { input: endless() })).toBe(143);
  });
});
