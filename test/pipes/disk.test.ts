import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tinyDisk } from "../flow/tinyDisk.ts";
import { branch } from "./branch.ts";
import { landed, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

const BIG_BYTES = 1_000_000;

it("a full disk is a clear failure, leaves no partial file, and others go on", async (test) => {
  using disk = tinyDisk(BIG_BYTES / 2);
  if (disk === undefined) return test.skip("nothing may be mounted here");
  symlinkSync(disk.folder, shell.buffer);
  shell.configure({
    s: await branch(shell, { "/a/big.bin": "x".repeat(BIG_BYTES), "/b.txt": "b" }),
    t: await branch(shell, { "/c.txt": "c" }),
  });
  // One at a time: what the big file takes on its way, small ones would miss.
  const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch -j 1 --servers 1 | tee f.ndjson | ftp-report");
  expect(resultsOf(ran.stdout)).toEqual({
    s: [1, 1, `${shell.buffer}/s`, [["b.txt", 1]]],
    t: whole(shell, "t", { "c.txt": 1 }),
  });
  expect(ran.code).toBe(1);
  expect(landed(disk.folder)).toEqual(["s/b.txt", "t/c.txt"]);
  const table = await shell.run("ftp-report --format table < f.ndjson");
  expect(table.stdout).toContain(
    [
      `  /a/big.bin  disk: ${shell.buffer}/s/a/big.bin: no space left on the disk (or no inodes: see df -i)`,
      "    look at space, rights and quota of the buffer path",
    ].join("\n"),
  );
});

it("a read-only disk is a clear failure", async (test) => {
  using disk = tinyDisk(BIG_BYTES);
  if (disk === undefined) return test.skip("nothing may be mounted here");
  disk.makeReadOnly();
  symlinkSync(disk.folder, shell.buffer);
  shell.configure({ s: await branch(shell, { "/a.txt": "a" }) });
  for (const harvest of [
    "ftp-list cfg.yaml | ftp-fetch | ftp-report --format table",
    "ftp-harvest cfg.yaml --format table",
  ]) {
    const ran = await shell.run(harvest);
    expect(ran.stdout).toMatch(
      /^ {2}\/a\.txt {2}disk: .*: the disk is read-only\n {4}look at space, rights and quota/m,
    );
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  }
});

it("a file where a folder must be is a clear failure, and others go on", async () => {
  shell.configure({
    s: await branch(shell, { "/folder/a.txt": "a", "/file.txt": "b", "/good/c.txt": "c" }),
    t: await branch(shell, { "/d.txt": "d" }),
    u: await branch(shell, { "/e.txt": "e" }),
  });
  mkdirSync(join(shell.buffer, "s/file.txt"), { recursive: true });
  writeFileSync(join(shell.buffer, "s/folder"), "in the way");
  writeFileSync(join(shell.buffer, "t"), "in the way");
  const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch | tee f.ndjson | ftp-report");
  expect(resultsOf(ran.stdout)).toEqual({
    s: [1, 1, `${shell.buffer}/s`, [["good/c.txt", 1]]],
    t: [1, 0, `${shell.buffer}/t`, []],
    u: whole(shell, "u", { "e.txt": 1 }),
  });
  expect(ran.code).toBe(1);
  expect(landed(shell.buffer)).toEqual(["s/folder", "s/good/c.txt", "t", "u/e.txt"]);
  const { stdout } = await shell.run("ftp-report --format table < f.ndjson");
  for (const [path, says] of [
    ["/folder/a.txt", `${shell.buffer}/s/folder: a file lies where a folder should be: move it away`],
    ["/file.txt", `${shell.buffer}/s/file.txt: a folder lies where the file should be: move it away`],
    ["/d.txt", `${shell.buffer}/t: a file lies where a folder should be: move it away`],
  ]) {
    expect(stdout).toContain(`  ${path}  disk: ${says}\n`);
  }
});

function downloads(count: number): string {
  const stamp = { run: "r1", by: "fetch-1", server: "s" };
  return Array.from({ length: count }, (_, n) => {
    const name = `folder/${String(n).padStart(60, "0")}.csv`;
    return `${JSON.stringify({ type: "download", ...stamp, path: `/${name}`, name, size: 1, status: "fetched" })}\n`;
  }).join("");
}

describe("a report without a disk for its names", () => {
  it("says which folder takes nothing, prints no half of a result set, and ends with 3", async () => {
    shell.write("downloads.ndjson", downloads(30_000));
    const { stdout, stderr, code } = await shell.run("TMPDIR=/nowhere/at-all ftp-report < downloads.ndjson");
    expect({ stdout, code }).toEqual({ stdout: "", code: 3 });
    expect(stderr).toMatch(/^ftp-report: can't keep the report's names in \/nowhere\/at-all: .*\n$/);
  });

  it("needs none for a thousand or two", async () => {
    shell.write("downloads.ndjson", downloads(2_000));
    const { stdout, code } = await shell.run("TMPDIR=/nowhere/at-all ftp-report < downloads.ndjson");
    expect([JSON.parse(stdout).s.slice(0, 2), code]).toEqual([[0, 2_000], 0]);
  });
});
