import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Shell } from "./shell.ts";

let shell: Shell;

beforeEach(() => {
  shell = new Shell();
  shell.configure({ east: { host: "127.0.0.1", port: 9 }, west: { host: "127.0.0.1", port: 9 } });
});

afterEach(() => shell[Symbol.asyncDispose]());

/** One line of words, and all commands of the pipe end with 2. */
async function refused(pipe: string): Promise<string> {
  const { stdout, stderr, code, codes } = await shell.run(pipe);
  expect({ stdout, code, codes }).toEqual({ stdout: "", code: 2, codes: pipe.split(" | ").map(() => 2) });
  expect(existsSync(shell.buffer)).toBe(false);
  return stderr;
}

const HARVEST = "| ftp-fetch -j 5 | ftp-report";

describe("a wrong configuration gives one message and exit 2 for the whole pipe, and nothing is started", () => {
  it.each([
    [
      "an unknown key, and the nearest known one",
      "  a: { host: h, pasword: x }",
      /^cfg\.yaml:2:17: .*`pasword`.*`password`/,
    ],
    ["a name that cannot be a folder", "  a/b: { host: h }", /^cfg\.yaml:2:3: `a\/b`/],
    ["a duplicate name", "  a: { host: h }\n  a: { host: h }", /^cfg\.yaml:3:3: /],
    ["a variable that is not set", `  a: { host: h, user: u, password: '\${NOT_SET}' }`, /^cfg\.yaml:2:\d+: .*NOT_SET/],
    ["a variable without quotes inside braces", `  a: { host: h, password: \${NOT_SET} }`, /^cfg\.yaml:2:\d+: .*quote/],
  ])("%s", async (_, servers, message) => {
    shell.write("cfg.yaml", `servers:\n${servers}\n`);
    const stderr = await refused("ftp-list cfg.yaml > /dev/null");
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("a file that is not there", async () => {
    expect(await refused(`ftp-list none.yaml ${HARVEST}`)).toMatch(/^none\.yaml: .*\n$/);
  });

  it("also in front of four stages, and behind a filter that lets anything pass", async () => {
    shell.write("cfg.yaml", "servers: 7\n");
    expect(await refused(`ftp-servers cfg.yaml | ftp-list ${HARVEST}`)).toMatch(/^cfg\.yaml:1:10: .*\n$/);
  });

  it("in one process", async () => {
    shell.write("cfg.yaml", "servers: { a: { host: h, prot: 3 } }\n");
    expect(await refused("ftp-harvest cfg.yaml")).toMatch(/^cfg\.yaml:1:26: .*`prot`.*`port`.*\n$/);
  });

  it("variables of servers that do not take part are not asked for", async () => {
    shell.configure({ a: { host: "127.0.0.1", port: 1 }, b: { host: "h", user: "u", password: `\${NOT_SET}` } });
    const { stdout, code } = await shell.run("ftp-servers cfg.yaml a");
    expect(stdout).toContain('"server":"a"');
    expect(code).toBe(0);
  });
});

describe("servers that are not there", () => {
  it("a name after the file", async () => {
    expect(await refused(`ftp-list cfg.yaml eest ${HARVEST}`)).toMatch(/^.*eest.*east.*\n$/);
  });

  it("--only that matches none", async () => {
    expect(await refused(`ftp-list cfg.yaml --only 'north*' ${HARVEST}`)).toMatch(/^.*north.*\n$/);
  });

  it("--except that leaves none", async () => {
    expect(await refused(`ftp-list cfg.yaml --except '*' ${HARVEST}`)).toMatch(/^.+\n$/);
    expect(await refused("ftp-harvest cfg.yaml --except '*'")).toMatch(/^.+\n$/);
  });
});

describe("wrong flags", () => {
  it.each([
    ["ftp-list cfg.yaml --newer-then 5m", /newer-then.*[\s\S]*--newer-than/],
    ["ftp-list cfg.yaml --newer-than soon", /--newer-than.*soon/],
    ["ftp-servers", /cfg\.yaml/],
    ["ftp-harvest cfg.yaml --format xml", /--format.*xml.*[\s\S]*json/],
  ])("%s: what is wrong, and where help is", async (command, message) => {
    const stderr = await refused(`${command} > /dev/null`);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(new RegExp(`\\(${command.split(" ")[0]} --help shows all options\\)`));
  });

  it("of fetch or report end the pipe with 2 there, and the listing is not blamed", async () => {
    const fetch = await shell.run("ftp-list cfg.yaml | ftp-fetch -j many | ftp-report");
    expect(fetch.codes.slice(1)).toEqual([2, 2]);
    expect(fetch.stderr).toMatch(/^ftp-fetch: .*many/);
    expect(fetch.stderr).not.toMatch(/ftp-(list|report):/);
    const report = await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report --format xml");
    expect(report.codes[2]).toBe(2);
    expect(report.stderr).not.toMatch(/ftp-(list|fetch):/);
    expect(existsSync(shell.buffer)).toBe(false);
  });
});

describe("a person in front of a terminal", () => {
  it("is told that records come from a pipe", async () => {
    const { stdout, code } = await shell.run(`script -qec ftp-fetch /dev/null < /dev/null`);
    expect(stdout).toMatch(/^ftp-fetch: records are read from stdin; pipe them in \(ftp-fetch --help\)/);
    expect(code).toBe(2);
  });
});

describe("stdout on a full disk", () => {
  it.each([
    ["ftp-harvest schema", "ftp-harvest"],
    ["ftp-harvest check p.yaml", "ftp-harvest"],
    ["ftp-harvest graph p.yaml", "ftp-harvest"],
    ["ftp-harvest run p.yaml --print-shell", "ftp-harvest"],
    ["ftp-list --help", "ftp-list"],
    ["ftp-report --version", "ftp-report"],
  ])("%s says so and ends with 3", async (command, name) => {
    shell.write("p.yaml", "steps: [servers: cfg.yaml, list, fetch, report]\n");
    const { stderr, code } = await shell.run(`${command} > /dev/full`);
    expect({ stderr, code }).toEqual({
      stderr: `${name}: can't write to stdout: ENOSPC: no space left on device, write\n`,
      code: 3,
    });
  });

  it("is no matter where the reader has left", async () => {
    const { stdout, stderr, codes } = await shell.run("ftp-harvest schema | head -1");
    expect({ stdout, stderr, codes }).toEqual({ stdout: "{\n", stderr: "", codes: [0, 0] });
  });
});
