import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openJournal } from "../../src/pipeline/journal.ts";
import { pruneJournals } from "../../src/pipeline/journalPrune.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";

let stateFolder: string;

beforeEach(() => {
  stateFolder = mkdtempSync(join(tmpdir(), "journal-"));
});

afterEach(() => rmSync(stateFolder, { recursive: true }));

const DAY_S = 24 * 60 * 60;

/** A run with a journal; as if nothing had been written to either for some days. */
function run(
  name: string,
  { journalDays, folderDays = journalDays }: { journalDays: number; folderDays?: number },
): string {
  const folder = join(stateFolder, "runs", name);
  mkdirSync(folder, { recursive: true });
  const journal = join(folder, "list-1.ndjson");
  // The host is another one, so nothing is known of the process.
  const first = { type: "journal", run: name, by: "list-1", stage: "list", ...thisProcess(), host: "elsewhere" };
  writeFileSync(journal, `${JSON.stringify(first)}\n`);
  age(journal, journalDays);
  age(folder, folderDays);
  return folder;
}

function age(path: string, days: number): void {
  const then = Date.now() / 1000 - days * DAY_S;
  utimesSync(path, then, then);
}

describe("pruning journals", () => {
  it("removes runs of more than a week ago", async () => {
    const old = run("old", { journalDays: 8 });
    const young = run("young", { journalDays: 6 });
    await pruneJournals({ stateFolder });
    expect(existsSync(old)).toBe(false);
    expect(existsSync(young)).toBe(true);
  });

  it("keeps an old folder with a journal that is still written to", async () => {
    const folder = run("run", { journalDays: 1, folderDays: 30 });
    await pruneJournals({ stateFolder });
    expect(existsSync(folder)).toBe(true);
  });

  it("keeps the journals of processes that live, however long they were silent", async () => {
    const journal = openJournal({ stateFolder, run: "run", by: "list-1", stage: "list", note: () => {} });
    journal.close();
    const folder = join(stateFolder, "runs", "run");
    age(join(folder, "list-1.ndjson"), 30);
    age(folder, 30);
    await pruneJournals({ stateFolder });
    expect(existsSync(join(folder, "list-1.ndjson"))).toBe(true);
  });

  it("keeps the runs that it is told to keep", async () => {
    const folder = run("replayed", { journalDays: 30 });
    await pruneJournals({ stateFolder, keep: new Set(["replayed"]) });
    expect(existsSync(folder)).toBe(true);
  });

  it("removes nothing that is no journal", async () => {
    const folder = run("run", { journalDays: 30 });
    writeFileSync(join(folder, "letter.txt"), "");
    age(folder, 30);
    await pruneJournals({ stateFolder });
    expect(existsSync(join(folder, "letter.txt"))).toBe(true);
  });

  it("removes a bounded number at a time, and all in the end", async () => {
    const folders = Array.from({ length: 50 }, (_, at) => run(`run-${at}`, { journalDays: 30 }));
    await pruneJournals({ stateFolder });
    expect(folders.filter((folder) => existsSync(folder)).length).toBe(30);
    await pruneJournals({ stateFolder });
    await pruneJournals({ stateFolder });
    expect(folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it("does not mind that there is nothing", async () => {
    await pruneJournals({ stateFolder: join(stateFolder, "none") });
    mkdirSync(join(stateFolder, "runs"));
    writeFileSync(join(stateFolder, "runs", "file"), "");
    age(join(stateFolder, "runs", "file"), 30);
    await pruneJournals({ stateFolder });
    expect(existsSync(join(stateFolder, "runs", "file"))).toBe(true);
  });
});
