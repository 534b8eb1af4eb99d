import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { JournalReader, journalLines } from "../../src/pipeline/journalReader.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";
import type { AnyRecord } from "../../src/records/record.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "journal-"));
  path = join(folder, "list-1.ndjson");
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(...lines: readonly unknown[]): void {
  appendFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

const stamp = { run: "run-1", by: "list-1" };
const first = { type: "journal", ...stamp, stage: "list", ...thisProcess() };
const server: AnyRecord = { type: "server", ...stamp, server: "branch-001" };
const end = { type: "end", ...stamp, stage: "list", code: 0, counts: {}, inputs: [] };

describe("reading a journal", () => {
  it("tells whose it is, whom it reads from and how it ended", async () => {
    const selection = [{ server: "branch-001", buffer_path: "/data" }];
    write(
      { ...first, selection, to: "/data" },
      { type: "from", run: "run-0", by: "servers-1" },
      server,
      { type: "closed" },
      end,
    );
    const journal = new JournalReader(path);
    expect(await journal.readOn()).toBe(true);
    expect(journal.header).toEqual({ ...stamp, stage: "list", process: thisProcess(), selection, to: "/data" });
    expect(journal.froms).toEqual([{ run: "run-0", by: "servers-1" }]);
    expect(journal.closed).toBe(true);
    expect(journal.end).toEqual(end);
  });

  it("goes on where it stopped when more was written", async () => {
    write(first);
    const journal = new JournalReader(path);
    await journal.readOn();
    appendFileSync(path, JSON.stringify(end).slice(0, 20));
    await journal.readOn();
    expect(journal.end).toBeUndefined();
    appendFileSync(path, `${JSON.stringify(end).slice(20)}\n`);
    await journal.readOn();
    expect(journal.end).toEqual(end);
  });

  it("gives back the stage's records, but not its notes to itself", async () => {
    write(
      first,
      { type: "from", run: "run-0", by: "servers-1" },
      server,
      { type: "truncated" },
      { type: "closed" },
      end,
    );
    expect(await all(new JournalReader(path).records())).toEqual([server, end]);
  });

  it("passes over a last line that a kill cut, and damaged ones", async () => {
    write(first);
    appendFileSync(path, '{"type":"server","run"\n\0\0\0\n[]\n{"type":7}\n');
    write(server);
    appendFileSync(path, JSON.stringify(end).slice(0, 30));
    const journal = new JournalReader(path);
    await journal.readOn();
    expect(journal.header?.by).toBe("list-1");
    expect(journal.end).toBeUndefined();
    expect(await all(journal.records())).toEqual([server]);
  });

  it("has no header when the first line makes no sense", async () => {
    write({ ...first, pid: "many" }, server);
    const journal = new JournalReader(path);
    await journal.readOn();
    expect(journal.header).toBeUndefined();
  });

  it("says when there is no such file", async () => {
    const journal = new JournalReader(path);
    expect(await journal.readOn()).toBe(false);
    expect(await all(journal.records())).toEqual([]);
  });
});

describe("lines of a journal", () => {
  it("may be longer than what is read at a time, and hold any character", async () => {
    const texts = ["a\u2028b", "", "ä".repeat(300_000), "x".repeat(256 * 1024 - 1), "last"];
    writeFileSync(path, texts.map((text) => `${text}\n`).join(""));
    const lines = await all(journalLines(path));
    expect(lines.map(({ text }) => text)).toEqual(texts);
    for (const [at, { next }] of lines.entries()) {
      expect((await all(journalLines(path, next))).map(({ text }) => text)).toEqual(texts.slice(at + 1));
    }
  });

  it("are not looked for in a file that has none", async () => {
    writeFileSync(path, "x".repeat(17 * 1024 * 1024));
    expect(await all(journalLines(path))).toEqual([]);
  });
});
