import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Branches, startBranches } from "../../src/demo/branches.ts";
import { filesOf, readTree } from "../servers/trees.ts";
import { landed, type Result, recordsOf, resultsOf } from "./results.ts";
import { type Ran, Shell } from "./shell.ts";

const PIPELINES = fileURLToPath(new URL("../../pipelines", import.meta.url));

const pipeline = (name: string) => join(PIPELINES, name);

let shell: Shell;
let branches: Branches;

beforeAll(async () => {
  shell = new Shell();
  await demandJq();
  branches = await startBranches(shell.folder);
});

afterAll(async () => {
  await branches?.stop();
  await shell?.[Symbol.asyncDispose]();
});

/** On a machine with only Node.js, Node.js does what `choose.yaml` asks of jq; where all is meant to be there, jq must be. */
async function demandJq(): Promise<void> {
  const { code } = await shell.run("jq --version");
  if (code === 0) return;
  if (process.env["FTP_HARVEST_REQUIRE_SERVERS"] === "1") throw new Error("jq is missing: npm run servers:install");
  shell.write("bin/jq", NO_DRAFTS);
  chmodSync(shell.path("bin/jq"), 0o755);
}

const NO_DRAFTS = `#!/usr/bin/env node
const lines = require("node:fs").readFileSync(0, "utf8").split("\\n");
const wanted = lines.filter((line) => line !== "" && !JSON.parse(line).name.includes("draft"));
process.stdout.write(wanted.map((line) => line + "\\n").join(""));
`;

/** Names of the files of a server in a result set. */
function namesOf(results: Readonly<Record<string, Result>>, server: string): string[] {
  return (results[server]?.[3] ?? []).map(([name]) => name);
}

/** The csv files of a server that are staged. */
function staged(server: string, isWanted: (name: string) => boolean): string[] {
  return [...(branches.expected.contents.get(server)?.keys() ?? [])].filter(isWanted).sort();
}

const isCsv = (name: string) => name.endsWith(".csv");
const failed = () => branches.expected.failed.map(({ server }) => server);

function expectFailures(results: Readonly<Record<string, Result>>): void {
  expect(Object.keys(results)).toHaveLength(10);
  const found = Object.entries(results).filter(([, [result]]) => result === 1);
  expect(found.map(([server]) => server)).toEqual(failed());
}

describe("each pipeline of the toolkit", () => {
  const all = readdirSync(PIPELINES);

  it("is one of the three that are run here", () => {
    expect(all).toEqual(["choose.yaml", "harvest.yaml", "replay.yaml"]);
  });

  it.each(all)("%s can be checked, drawn and printed, which starts nothing", async (name) => {
    shell.write("listed.ndjson", "");
    const [check, graph, print] = await Promise.all(
      [`check ${pipeline(name)}`, `graph ${pipeline(name)}`, `run ${pipeline(name)} --print-shell`].map((words) =>
        shell.run(`ftp-harvest ${words}`),
      ),
    );
    for (const ran of [check, graph, print]) expect(ran).toMatchObject({ stderr: "", code: 0 });
    expect(check?.stdout).toMatch(/^\w+ \(.*\n {2}1\. /);
    expect(graph?.stdout).toContain("\nflowchart LR\n");
    expect(print?.stdout).toContain("\nset -o pipefail\n");
    expect([shell.has("state"), shell.has("buffer")]).toEqual([false, false]);
  });
});

describe("ftp-harvest check and graph", () => {
  it("say what the configuration and the options make of it, and no password", async () => {
    const words = `${pipeline("harvest.yaml")} --set fetch.jobs=3 --set fetch.to=there --set list.servers=4`;
    const check = await shell.run(`ftp-harvest check ${words}`);
    expect(check.stdout).toContain(
      "\nservers: 10, 4 at once: branch-001, branch-002, branch-003, branch-004, branch-005 and 5",
    );
    expect(check.stdout).toContain("\nconnections, at most: 3 to each server\n");
    expect(check.stdout).toContain(`\nfiles land in: ${shell.path("there")}, in a folder for each server\n`);
    const graph = await shell.run(`ftp-harvest graph ${words}`);
    expect(graph.stdout).toContain('"each server apart<br/>at most 4 at once<br/>at most 3 connections to each"');
    expect(check.stdout + graph.stdout).not.toContain("only-a-demo");
  });
});

describe("pipelines/harvest.yaml", () => {
  it("fetches all files of all servers, also those of another configuration than the one that it names", async () => {
    await shell.run("mkdir elsewhere && sed 's|./buffer|../mine|' cfg.yaml > elsewhere/mine.yaml");
    const ran = await shell.run(`ftp-harvest run ${pipeline("harvest.yaml")} --set servers=elsewhere/mine.yaml`);
    expect(ran.code).toBe(1);
    expectFailures(resultsOf(ran.stdout));
    expect(filesOf(readTree(shell.path("mine"))).size).toBe(branches.expected.files);
    expect(shell.has("buffer")).toBe(false);
  });
});

describe("pipelines/choose.yaml", () => {
  let ran: Ran;

  beforeAll(async () => {
    ran = await shell.run(`ftp-harvest run ${pipeline("choose.yaml")} --set fetch.to=chosen --trace trace`);
  });

  it("fetches what the filter and jq leave, and keeps the failures", () => {
    expect(ran.code).toBe(1);
    const results = resultsOf(ran.stdout);
    expectFailures(results);
    for (const server of branches.expected.whole) expect(namesOf(results, server)).toEqual(staged(server, isCsv));
    expect(landed(shell.path("chosen")).filter((name) => !isCsv(name))).toEqual([]);
  });

  it("keeps the listing, which replay.yaml fetches again", async () => {
    const replayed = await shell.run(`ftp-harvest run ${pipeline("replay.yaml")} --set fetch.to=replayed`);
    expect(replayed.code).toBe(1);
    const text = (out: string, folder: string) => out.replaceAll(shell.path(folder), "FOLDER");
    expect(text(replayed.stdout, "replayed")).toBe(text(ran.stdout, "chosen"));
    expect(filesOf(readTree(shell.path("replayed")))).toEqual(filesOf(readTree(shell.path("chosen"))));
  });

  it("leaves the records behind each step in the trace, readable by its user only", () => {
    const names = ["0-servers", "1-list", "2-filter", "3-exec", "4-tee", "5-fetch"].map((name) => `${name}.ndjson`);
    expect(readdirSync(shell.path("trace"))).toEqual(names);
    for (const name of names) expect(statSync(shell.path(`trace/${name}`)).mode & 0o777).toBe(0o600);
    const counts = (name: string, type: string) =>
      recordsOf(shell.read(`trace/${name}`)).filter((record) => record["type"] === type).length;
    const csv = branches.expected.whole.flatMap((server) => staged(server, isCsv)).length;
    expect(counts("0-servers.ndjson", "server")).toBe(10);
    expect(counts("1-list.ndjson", "file")).toBe(branches.expected.files);
    expect(counts("2-filter.ndjson", "file")).toBe(csv);
    expect(counts("3-exec.ndjson", "file")).toBe(csv);
    expect(counts("5-fetch.ndjson", "download")).toBe(csv);
  });

  it("leaves a trace that can be replayed from any step, which knows nothing of the steps behind it", async () => {
    const again = await shell.run(
      `ftp-harvest run ${pipeline("replay.yaml")} --set from=trace/1-list.ndjson --set fetch.to=retraced`,
    );
    expect(again).toMatchObject({ code: 1, stderr: "" });
    const results = resultsOf(again.stdout);
    for (const server of branches.expected.whole) {
      expect(results[server]?.[2]).toBe(shell.path(`retraced/${server}`));
      expect(namesOf(results, server)).toEqual(staged(server, () => true));
    }
  });

  it("gives the same as the pipe that it is printed as", async () => {
    const printed = await shell.run(
      `ftp-harvest run ${pipeline("choose.yaml")} --set fetch.to=printed --set tee=other.ndjson --print-shell | bash`,
    );
    const text = (out: string, folder: string) => out.replaceAll(shell.path(folder), "FOLDER");
    expect(text(printed.stdout, "printed")).toBe(text(ran.stdout, "chosen"));
    expect(filesOf(readTree(shell.path("printed")))).toEqual(filesOf(readTree(shell.path("chosen"))));
    expect(printed.code).toBe(1);
    expect(shell.has("other.ndjson")).toBe(true);
  });

  it("takes other values, and values from the environment", async () => {
    const { stdout } = await shell.run(
      `sed 's|"\\*.csv"|"\${WHICH}"|' ${pipeline("choose.yaml")} > which.yaml
       ftp-harvest run which.yaml --set fetch.to=which --set filter.min_size=0`,
      { WHICH: "*.done" },
    );
    const results = resultsOf(stdout);
    for (const server of branches.expected.whole) {
      expect(namesOf(results, server)).toEqual(staged(server, (name) => name.endsWith(".done")));
    }
  });
});

describe("a pipeline of many options", () => {
  const steps = [
    'servers: { except: ["branch-01*", "b,c"] }',
    'list: { include: ["*.csv", "a,b", "{x,y}"], max_size: 10kB }',
    `filter: { match: ["size>40", "name!~it's"] }`,
    'map: { set: { name: "by $(size)/{size}/{name}" } }',
    "limit: { count: 2, per_server: true }",
    "dedupe: [server, name]",
    "fetch: { keep_order: true, jobs: 2 }",
    `exec: { each: true, command: [sh, -c, 'cp "$1" "$1.copy"', sh, "{local}"] }`,
    "report: { format: rows, with_unchanged: true }",
  ];

  it("gives the same files and rows as the pipe that it is printed as", async () => {
    shell.write("many.yaml", `steps:\n${steps.map((step) => `  - ${step}\n`).join("")}`);
    const ran = await shell.run("ftp-harvest run many.yaml --set fetch.to=one");
    const printed = await shell.run("ftp-harvest run many.yaml --set fetch.to=two --print-shell | bash");
    expect(printed.stdout.replaceAll(shell.path("two"), shell.path("one"))).toBe(ran.stdout);
    const files = landed(shell.path("one")).filter((name) => name.endsWith(".csv"));
    expect(files.length).toBeGreaterThan(8);
    expect(files.every((name) => name.includes("/by $(size)/"))).toBe(true);
    expect(landed(shell.path("one"))).toEqual([...files, ...files.map((name) => `${name}.copy`)].sort());
    expect(landed(shell.path("two"))).toEqual(landed(shell.path("one")));
    expect(ran).toMatchObject({ code: 1, stderr: expect.stringMatching(/^ftp-harvest: filtered: 12 of 19 listed/) });
    expect(printed).toMatchObject({ code: 1, stderr: ran.stderr.replace("ftp-harvest", "ftp-report") });
  });
});

describe("a pipeline without a report", () => {
  it("gives its records, as the pipe that it is printed as does", async () => {
    shell.write("list.yaml", "steps: [servers: { only: branch-00* }, list, limit: { count: 2, per_server: true }]\n");
    const ran = await shell.run("ftp-harvest run list.yaml");
    const printed = await shell.run("ftp-harvest run list.yaml --print-shell | bash");
    const known = ({ stdout }: Ran) =>
      recordsOf(stdout)
        .filter(({ type }) => type !== "end")
        .map(({ type, server, name }) => [type, server, name].join(" "))
        .sort();
    expect(known(ran)).toEqual(known(printed));
    expect(known(ran).filter((line) => line.startsWith("file"))).toHaveLength(14);
    expect([ran.code, printed.code]).toEqual([1, 1]);
  });

  it("leaves out of a later report the servers that it did not come to, when a step had enough", async () => {
    shell.write("few.yaml", "steps: [servers: { except: branch-004 }, list: { servers: 1 }, limit: 1, fetch]\n");
    const piped = await shell.run("ftp-harvest run few.yaml --set fetch.to=few | tee few.ndjson | ftp-report");
    const saved = await shell.run("ftp-report < few.ndjson");
    for (const { stdout, code } of [piped, saved]) {
      expect(code).toBe(0);
      expect(resultsOf(stdout)).toEqual({ "branch-001": [0, 1, shell.path("few/branch-001"), [expect.anything()]] });
    }
  });
});

describe("a pipeline that can't run", () => {
  /** Runs it in a folder of its own, and sees that nothing was left there. */
  async function refused(yaml: string, words = ""): Promise<string> {
    await using own = new Shell();
    own.write("pipe.yaml", yaml);
    own.write("cfg.yaml", "servers: { a: { host: 127.0.0.1, port: 1 } }\n");
    const before = readdirSync(own.folder);
    const [run, check] = [
      await own.run(`ftp-harvest run pipe.yaml --trace trace ${words}`),
      await own.run(`ftp-harvest check pipe.yaml ${words}`),
    ];
    expect(readdirSync(own.folder).filter((name) => !name.startsWith(".codes"))).toEqual(before);
    // Where its steps are understood and none is a report, those behind it are told.
    expect([run.code, run.stdout.replace(/^\{"type":"end",[^\n]*"code":2,[^\n]*\}\n$/, "")]).toEqual([2, ""]);
    expect([check.code, check.stdout, check.stderr]).toEqual([2, "", run.stderr]);
    return run.stderr;
  }

  it.each([
    ["an unknown stage", "steps: [servers, lsit]", "pipe.yaml:1:18: unknown stage `lsit`; did you mean `list`?\n"],
    ["no YAML", "steps: [", "pipe.yaml:1:9: this is not YAML"],
    [
      "options that exclude each other",
      "steps: [servers, exec: { command: jq, procs: 2 }]",
      "pipe.yaml:1:18: exec: `procs`",
    ],
    [
      "a copy that can't be written",
      "steps: [servers, list, tee: no/such/copy]",
      "pipe.yaml:1:24: no/such/copy: there is no",
    ],
    ["a configuration that is not there", "steps: [servers: no.yaml, list]", "no.yaml: there is no such file\n"],
    ["servers that are not there", "steps: [servers: { only: x }, list]", "cfg.yaml: no server matches --only x\n"],
    ["records that are not there", "steps: [from: no.ndjson, fetch]", "no.ndjson: there is no such file\n"],
    [
      "a module that is not there",
      "stages: [./no.js]\nsteps: [servers]",
      "pipe.yaml:1:10: `./no.js`: there is no such file",
    ],
  ])("says so before anything has started: %s", async (_what, yaml, says) =>
    expect(await refused(yaml)).toContain(says),
  );

  it("says what is wrong with --set", async () => {
    expect(await refused("steps: [servers, fetch]", "--set fetch.jbos=3 --set fetch.jobs=many")).toBe(
      "--set fetch.jbos=3: unknown option `jbos`; did you mean `jobs`?\n" +
        "--set fetch.jobs=many: `jobs`: expected a whole number from 1 to 1000, or auto, found `many`\n",
    );
  });

  it("says that its trace can't be kept", async () => {
    const ran = await shell.run(`ftp-harvest run ${pipeline("harvest.yaml")} --set fetch.to=never --trace cfg.yaml`);
    expect(ran).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "--trace cfg.yaml: a file lies where the folder should be\n",
    });
    expect(shell.has("never")).toBe(false);
  });

  it("is asked for where none was given, or several", async () => {
    for (const words of ["run", "check", "graph", "run a.yaml b.yaml"]) {
      expect(await shell.run(`ftp-harvest ${words}`)).toMatchObject({ code: 2, stdout: "" });
    }
  });
});
