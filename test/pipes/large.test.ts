import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { branch } from "./branch.ts";
import { landed, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

/** A disk may take a millisecond to make a file: that is not what is tested here. */
const IN_MEMORY = existsSync("/dev/shm") ? "/dev/shm" : undefined;

describe("4,000 files of one server, more than all buffers between the stages hold", () => {
  const FILES = 4_000;

  it("go through the pipe, none lost; head -5 takes five lines and does not wait for the rest", {
    timeout: 300_000,
  }, async () => {
    await using shell = new Shell(IN_MEMORY);
    const names = Array.from({ length: FILES }, (_, number) => `d${number % 100}/file-${number}.txt`);
    shell.configure({ big: await branch(shell, Object.fromEntries(names.map((name) => [`/${name}`, name]))) });

    const few = await shell.run("ftp-list cfg.yaml | head -5 | ftp-fetch | ftp-report");
    expect(few).toMatchObject({ codes: [0, 0, 0, 0], stderr: "" });
    expect(resultsOf(few.stdout)["big"]?.slice(0, 2)).toEqual([0, 4]);

    const all = await shell.run("ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report --with-unchanged");
    expect(all).toMatchObject({ codes: [0, 0, 0], stderr: "" });
    const expected = Object.fromEntries(names.map((name) => [name, name.length]));
    expect(resultsOf(all.stdout)).toEqual({ big: whole(shell, "big", expected) });
    expect(landed(shell.buffer)).toHaveLength(FILES);
  });
});
