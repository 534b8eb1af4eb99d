import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closedPort } from "../../src/demo/loopback.ts";
import { branch } from "./branch.ts";
import { perRecord } from "./perRecord.ts";
import { landed, nothing, recordsOf, resultsOf, whole } from "./results.ts";
import { Shell } from "./shell.ts";

/** Eight files on two servers; a third is down. */
const EAST = { "/a.csv": "a,b\n", "/b.bin": "x".repeat(3000), "/sub/c.csv": "c".repeat(1500), "/sub/d.txt": "" };
const WEST = { "/a.csv": "west", "/m.bin": "m".repeat(1001), "/n.bin": "n".repeat(1000), "/z.csv": "z" };

const ALL_EAST = { "a.csv": 4, "b.bin": 3000, "sub/c.csv": 1500, "sub/d.txt": 0 };
const ALL_WEST = { "a.csv": 4, "m.bin": 1001, "n.bin": 1000, "z.csv": 1 };

let shell: Shell;
let all: ReturnType<typeof resultsOf>;

beforeEach(async () => {
  shell = new Shell();
  const down = { host: "127.0.0.1", port: await closedPort(), user: "u", password: "p" };
  shell.configure({ east: await branch(shell, EAST), down, west: await branch(shell, WEST) });
  all = { east: whole(shell, "east", ALL_EAST), down: nothing(shell, "down"), west: whole(shell, "west", ALL_WEST) };
});

afterEach(() => shell[Symbol.asyncDispose]());

describe("a harvest by the pipe", () => {
  it("brings every file byte by byte, tells so exactly, and ends with 1 for the server that is down", async () => {
    const { stdout, stderr, code, codes } = await shell.run("ftp-list cfg.yaml | ftp-fetch -j 5 | ftp-report");
    expect(resultsOf(stdout)).toEqual(all);
    expect({ stderr, code, codes }).toEqual({ stderr: "", code: 1, codes: [1, 1, 1] });
    expect(readFileSync(join(shell.buffer, "east/sub/c.csv"), "utf8")).toBe(EAST["/sub/c.csv"]);
    expect(landed(shell.buffer)).toEqual([
      ...Object.keys(ALL_EAST).map((name) => `east/${name}`),
      ...Object.keys(ALL_WEST).map((name) => `west/${name}`),
    ]);
  });

  it("is the same in one process", async () => {
    const { stdout, stderr, code } = await shell.run("ftp-harvest cfg.yaml");
    expect(resultsOf(stdout)).toEqual(all);
    expect({ stderr, code }).toEqual({ stderr: "", code: 1 });
  });

  it("finds all unchanged the second time, counts none, and shows them with --with-unchanged", async () => {
    await shell.run("ftp-list cfg.yaml | ftp-fetch | ftp-report");
    const again = await shell.run("ftp-list cfg.yaml east west | ftp-fetch | tee again.ndjson | ftp-report");
    expect(resultsOf(again.stdout)).toEqual({ east: nothing(shell, "east", 0), west: nothing(shell, "west", 0) });
    expect(again.code).toBe(0);
    const shown = await shell.run("ftp-report --with-unchanged < again.ndjson");
    expect(resultsOf(shown.stdout)).toEqual({ east: all["east"], west: all["west"] });
    const inOne = await shell.run("ftp-harvest cfg.yaml east west --with-unchanged");
    expect(resultsOf(inOne.stdout)).toEqual({ east: all["east"], west: all["west"] });
  });
});

describe("a filter in the pipe", () => {
  it("grep: only what it lets through is fetched, and the server that is down stays in the report", async () => {
    const ran = await shell.run(`ftp-list cfg.yaml | grep '\\.csv"' | ftp-fetch -j 5 | ftp-report`);
    expect(resultsOf(ran.stdout)).toEqual({
      east: whole(shell, "east", { "a.csv": 4, "sub/c.csv": 1500 }),
      down: nothing(shell, "down"),
      west: whole(shell, "west", { "a.csv": 4, "z.csv": 1 }),
    });
    expect(ran.codes).toEqual([1, 0, 1, 1]);
    expect(ran.stderr).toBe("ftp-report: filtered: 4 of 8 listed files were asked for\n");
    expect(landed(shell.buffer)).toEqual(["east/a.csv", "east/sub/c.csv", "west/a.csv", "west/z.csv"]);
  });

  it("grep that lets nothing through: an empty input, said and ended with 3", async () => {
    const ran = await shell.run("ftp-list cfg.yaml | grep nothing-has-this | ftp-fetch | ftp-report");
    expect(ran.codes[2]).toBe(3);
    expect(ran.code).toBe(3);
    expect(ran.stderr).toBe(
      "ftp-fetch: nothing came in: did the command before this one start, or did a filter take everything?\n",
    );
    const allowed = await shell.run(
      "ftp-list cfg.yaml east | grep nothing-has-this | ftp-fetch --allow-empty | ftp-report",
    );
    expect(allowed).toMatchObject({ codes: [0, 1, 0, 0], stdout: "{}\n" });
  });

  // A listing that was over before head left knows of no early end: then it was filtered, as grep does.
  const FILTERED_AT_MOST = /^(ftp-report: filtered: \d of \d listed files were asked for\n)?$/;

  it("head: what comes through is fetched, and nobody complains", async () => {
    const ran = await shell.run("ftp-list cfg.yaml east | head -3 | ftp-fetch | ftp-report");
    expect(ran.stderr).toMatch(FILTERED_AT_MOST);
    expect(ran.codes).toEqual([0, 0, 0, 0]);
    expect(resultsOf(ran.stdout)["east"]?.slice(0, 2)).toEqual([0, 2]);
    expect(landed(shell.buffer)).toHaveLength(2);
  });

  it("head behind fetch: nobody complains, and what was fetched by then is whole", async () => {
    const ran = await shell.run("ftp-list cfg.yaml east | ftp-fetch | head -2 | ftp-report");
    expect(ran).toMatchObject({ codes: [0, 0, 0, 0], stderr: "" });
    for (const name of landed(shell.buffer)) expect(ALL_EAST).toHaveProperty([name.replace("east/", "")]);
  });

  it("jq: any choice among fields", async () => {
    const larger = perRecord("select(.size>1000)", "r.size > 1000 ? r : undefined");
    const ran = await shell.run(`ftp-list cfg.yaml | ${larger} | ftp-fetch | ftp-report`);
    expect(resultsOf(ran.stdout)).toEqual({
      east: whole(shell, "east", { "b.bin": 3000, "sub/c.csv": 1500 }),
      down: nothing(shell, "down"),
      west: whole(shell, "west", { "m.bin": 1001 }),
    });
    expect(ran.codes).toEqual([1, 0, 1, 1]);
  });

  it("jq that writes fields anew: they are handed on to the report", async () => {
    const noted = perRecord('. + {note: "mine"}', '({ ...r, note: "mine" })');
    const ran = await shell.run(`ftp-list cfg.yaml west | ${noted} | ftp-fetch | tee out.ndjson | ftp-report`);
    expect(resultsOf(ran.stdout)).toEqual({ west: all["west"] });
    const downloads = recordsOf(shell.read("out.ndjson")).filter(({ type }) => type === "download");
    expect(downloads.map(({ note }) => note)).toEqual(["mine", "mine", "mine", "mine"]);
  });

  it.each([
    ["sort", "shuf"],
    ["tac", "sort"],
    ["shuf", "tac"],
    ["tee l.ndjson", "tee f.ndjson"],
    ["sed 's/^/ /'", "sed 's/$/ /'"],
  ])("%s in front of fetch and %s behind it: the result stays the same", async (front, behind) => {
    const ran = await shell.run(`ftp-list cfg.yaml | ${front} | ftp-fetch | ${behind} | ftp-report`);
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect({ stderr: ran.stderr, codes: ran.codes }).toEqual({ stderr: "", codes: [1, 0, 1, 0, 1] });
  });
});

describe("a saved stream", () => {
  it("is fetched as if it had just been listed", async () => {
    const listed = await shell.run("ftp-list cfg.yaml > l.ndjson");
    expect(listed.code).toBe(1);
    const ran = await shell.run("ftp-fetch < l.ndjson > f.ndjson; ftp-report < f.ndjson");
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("is fetched into another folder with --to, which the report names", async () => {
    const ran = await shell.run("ftp-list cfg.yaml west > l.ndjson; ftp-fetch --to other < l.ndjson | ftp-report");
    expect(resultsOf(ran.stdout)["west"]?.[2]).toBe(shell.path("other/west"));
    expect(landed(shell.path("other"))).toEqual(["west/a.csv", "west/m.bin", "west/n.bin", "west/z.csv"]);
    expect(landed(shell.buffer)).toEqual([]);
  });

  it("split in two, fetched apart, makes one report", async () => {
    await shell.run("ftp-list cfg.yaml > l.ndjson; split -n r/2 l.ndjson part-");
    const ran = await shell.run("ftp-fetch < part-aa > f1; ftp-fetch < part-ab > f2; cat f1 f2 | ftp-report");
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("given twice to the report is counted once", async () => {
    await shell.run("ftp-list cfg.yaml | ftp-fetch > f.ndjson");
    const ran = await shell.run("cat f.ndjson f.ndjson | shuf | ftp-report");
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("fetched twice counts what came, not what was unchanged the second time", async () => {
    await shell.run("ftp-list cfg.yaml > l.ndjson; ftp-fetch < l.ndjson > f1; ftp-fetch < l.ndjson > f2");
    const ran = await shell.run("cat f2 f1 | ftp-report");
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });

  it("is good for the report without its journals, as on another machine", async () => {
    await shell.run("ftp-list cfg.yaml | ftp-fetch > f.ndjson; rm -r state");
    const ran = await shell.run("ftp-report < f.ndjson");
    expect(resultsOf(ran.stdout)).toEqual(all);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
  });
});
