import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { branch } from "./branch.ts";
import { landed, resultsOf } from "./results.ts";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
});

afterEach(() => shell[Symbol.asyncDispose]());

describe("20,000 files of one server", () => {
  const FILES = 20_000;

  it("go through the pipe, none lost", { timeout: 240_000 }, async () => {
    const names = Array.from({ length: FILES }, (_, number) => `d${number % 100}/file-${number}.txt`);
    const keys = await branch(shell, Object.fromEntries(names.map((name) => [`/${name}`, name])));
    shell.configure({ big: keys });
    const ran = await shell.run("ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report");
    expect(ran).toMatchObject({ codes: [0, 0, 0], stderr: "" });
    const [result, count, , files] = resultsOf(ran.stdout)["big"] ?? [];
    expect([result, count]).toEqual([0, FILES]);
    expect(files).toEqual(names.map((name) => [name, name.length]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
    expect(landed(shell.buffer)).toHaveLength(FILES);
  });

  it("through head -5: five lines, and the rest is not waited for", { timeout: 240_000 }, async () => {
    const names = Array.from({ length: FILES }, (_, number) => `d${number % 100}/file-${number}.txt`);
    const keys = await branch(shell, Object.fromEntries(names.map((name) => [`/${name}`, "x"])));
    shell.configure({ big: keys });
    const ran = await shell.run("ftp-list cfg.yaml | head -5 | ftp-fetch | ftp-report");
    expect(ran).toMatchObject({ codes: [0, 0, 0, 0], stderr: "" });
    expect(resultsOf(ran.stdout)["big"]?.slice(0, 2)).toEqual([0, 4]);
  });
});
