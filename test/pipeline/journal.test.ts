import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type JournalOptions, openJournal } from "../../src/pipeline/journal.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";

let folder: string;
let notes: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  notes = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

function open(options: Partial<JournalOptions> = {}) {
  return openJournal({
    stateFolder: folder,
    run: "run-1",
    by: "list-1",
    stage: "list",
    note: (message) => notes.push(message),
    ...options,
  });
}

function lines(run = "run-1", by = "list-1"): unknown[] {
  const text = readFileSync(join(folder, "runs", run, `${by}.ndjson`), "utf8");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const stamp = { run: "run-1", by: "list-1" };
const server = { type: "server", ...stamp, server: "branch-001" };
const end = { type: "end", ...stamp, stage: "list", code: 1, counts: { server: 1 }, inputs: [] } as const;

describe("a journal", () => {
  it("says first whose it is, and which servers are to be walked", () => {
    const selection = [
      { server: "10", buffer_path: "/data" },
      { server: "9", buffer_path: "/data" },
    ];
    open({ selection }).close();
    expect(lines()).toEqual([{ type: "journal", ...stamp, stage: "list", ...thisProcess(), selection }]);
  });

  it("says where fetch was told to put files", () => {
    open({ to: "/data" }).close();
    expect(lines()).toEqual([expect.objectContaining({ type: "journal", to: "/data" })]);
  });

  it("names the sources, with the run of their records", () => {
    const journal = open();
    journal.from("list-0");
    journal.from("list-2", "run-2");
    expect(lines().slice(1)).toEqual([
      { type: "from", run: "run-1", by: "list-0" },
      { type: "from", run: "run-2", by: "list-2" },
    ]);
    journal.close();
  });

  it("is also found in the runs of its sources", () => {
    const journal = open();
    journal.from("list-2", "run-2");
    journal.end(end);
    expect(lines("run-2")).toEqual(lines("run-1"));
    expect(lines("run-2")).toContainEqual(end);
    journal.close();
  });

  it("has the control records given before a flush once that returns", () => {
    const journal = open();
    journal.control(server);
    journal.flush();
    expect(lines()).toContainEqual(server);
    journal.close();
  });

  it("begins every line with its type, in whatever order the record has its fields", () => {
    const journal = open();
    journal.control({ by: "list-1", run: "run-1", type: "server" });
    journal.close();
    expect(readFileSync(join(folder, "runs/run-1/list-1.ndjson"), "utf8")).toContain(
      '\n{"type":"server","by":"list-1","run":"run-1"}\n',
    );
  });

  it("keeps neither files and downloads nor the records of others", () => {
    const journal = open();
    journal.control({ type: "file", ...stamp, server: "branch-001", path: "/a" });
    journal.control({ type: "download", ...stamp, server: "branch-001", path: "/a" });
    journal.control({ ...server, by: "servers-1" });
    journal.close();
    expect(lines()).toHaveLength(1);
  });

  it("says at once that the reader left and how the stage ended", () => {
    const journal = open();
    journal.closed();
    journal.end(end);
    expect(lines().slice(1)).toEqual([{ type: "closed" }, end]);
    journal.close();
  });

  it("leaves out records of single files past its limit and says so, but never those of servers", () => {
    const journal = open({ maxBytes: 2000 });
    for (let file = 0; file < 100; file++)
      journal.control({ type: "failure", ...stamp, server: "branch-001", path: `/${file}` });
    journal.control(server);
    journal.end(end);
    const types = lines().map((line) => (line as { type: string }).type);
    expect(types.filter((type) => type === "failure").length).toBeLessThan(30);
    expect(types.filter((type) => type === "failure").length).toBeGreaterThan(10);
    expect(types.slice(-3)).toEqual(["truncated", "server", "end"]);
    journal.close();
  });

  it("is for this user's eyes only", () => {
    open().close();
    expect(statSync(join(folder, "runs")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "runs/run-1")).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "runs/run-1/list-1.ndjson")).mode & 0o777).toBe(0o600);
  });

  it("takes no lines after it was closed", () => {
    const journal = open();
    journal.close();
    journal.control(server);
    journal.end(end);
    journal.close();
    expect(lines()).toHaveLength(1);
    expect(notes).toEqual([]);
  });
});

describe("a journal that can't be written", () => {
  function useAll(journal: ReturnType<typeof open>): void {
    journal.from("list-0", "run-2");
    journal.control(server);
    journal.closed();
    journal.end(end);
    journal.close();
  }

  it("is said once, and the stage goes on", () => {
    writeFileSync(join(folder, "file"), "");
    useAll(open({ stateFolder: join(folder, "file") }));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^no journal: ENOTDIR/);
  });

  it("any more, because the disk is full, goes away: one that stops in the middle would accuse the stage", () => {
    const program = `
      const { openJournal } = await import(process.env.JOURNAL_MODULE);
      const journal = openJournal({ ...JSON.parse(process.env.JOURNAL_OPTIONS), note: console.log });
      journal.from("list-2", "run-2");
      for (let file = 0; file < 10_000; file++) journal.control({ type: "failure", by: "list-1", path: "/" + file });
      journal.close();
    `;
    const env = {
      ...process.env,
      JOURNAL_MODULE: new URL("../../src/pipeline/journal.ts", import.meta.url).href,
      JOURNAL_OPTIONS: JSON.stringify({ stateFolder: folder, run: "run-1", by: "list-1", stage: "list" }),
      PROGRAM: program,
      TSX_DISABLE_CACHE: "1",
    };
    // A limit on the size of files stands for the full disk.
    const limited = 'ulimit -f 100 && exec "$0" --import tsx --input-type=module -e "$PROGRAM"';
    const { stdout } = spawnSync("sh", ["-c", limited, process.execPath], { env, encoding: "utf8" });
    expect(stdout).toMatch(/^no journal: E.*\n$/);
    expect(readdirSync(join(folder, "runs/run-1"))).toEqual([]);
    expect(readdirSync(join(folder, "runs/run-2"))).toEqual([]);
  });

  it("leads to no folder outside its own", () => {
    useAll(open({ run: "../.." }));
    useAll(open({ by: "a/b" }));
    expect(notes).toHaveLength(2);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("leaves another's journal of the same name alone", () => {
    open().close();
    const before = lines();
    useAll(open());
    expect(notes).toHaveLength(1);
    expect(lines()).toEqual(before);
  });

  it("takes no note of sources whose names can't be", () => {
    const journal = open();
    journal.from("../list-1");
    journal.from("list-2", "..");
    journal.close();
    expect(lines()).toHaveLength(1);
  });
});
