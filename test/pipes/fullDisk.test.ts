import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Shell } from "./shell.ts";

let shell: Shell;
beforeEach(() => {
  shell = new Shell();
});
afterEach(() => shell[Symbol.asyncDispose]());

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
