import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Shell } from "../pipes/shell.ts";
import { ROOT } from "../readme/readmeFolder.ts";

const DIST = join(ROOT, "dist");
const BUNDLED = join(DIST, "src/bundled");
const COMMANDS = readdirSync(join(DIST, "bin")).filter((file) => file.startsWith("ftp-"));

/** What was built of a package is known by words that stand in its code only. */
const MARKS = { yaml: "YAMLParseError", "basic-ftp": "FTPContext", rxjs: "UnsubscriptionError" } as const;

/** What a file may require, at once or late, and import. Not in comments. */
const NEEDED = /^(?!\s*(?:\*|\/\/)).*?\b(?:require\(|import\(|from )"([^"]+)"/gm;

function packagesIn(files: readonly string[]): string[] {
  const code = files.map((file) => readFileSync(file, "utf8")).join("\n");
  return Object.entries(MARKS)
    .filter(([, mark]) => code.includes(mark))
    .map(([name]) => name);
}

function neededBy(file: string): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => [...line.matchAll(NEEDED)].map(([, name = ""]) => name));
}

/** All code that a built file may ever load. */
function reachedFrom(file: string, reached = new Set<string>()): ReadonlySet<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  const files = neededBy(file).filter((name) => name.startsWith("."));
  for (const next of files) reachedFrom(join(dirname(file), next), reached);
  return reached;
}

/** What a command has loaded by its end: built files by their paths, and parts of Node.js by their names. */
function loadedBy(command: string, args: readonly string[]): { files: string[]; builtins: string[] } {
  const tell = `process.on("exit", () => require("node:fs").writeSync(2, JSON.stringify({
    files: Object.keys(require.cache), builtins: process.moduleLoadList.map((name) => name.replace("NativeModule ", "")) })));`;
  const script = `${tell} process.argv.splice(1, 0, ${JSON.stringify(join(DIST, "bin", command))}); require(process.argv[1]);`;
  const { stderr } = spawnSync(process.execPath, ["-e", script, "--", ...args], { encoding: "utf8", input: "" });
  return JSON.parse(stderr.slice(stderr.indexOf('{"files"')));
}

describe("what is built", () => {
  it("has all commands", () => expect(COMMANDS.length).toBeGreaterThanOrEqual(10));

  it.each(COMMANDS)("says its options without yaml, basic-ftp, RxJS and the work itself: %s", (command) => {
    const { files, builtins } = loadedBy(command, ["--help"]);
    expect(files.map((file) => basename(file)).toSorted()).toEqual(
      ["command.cjs", command, "rolldown-runtime.cjs"].toSorted(),
    );
    expect(packagesIn(files)).toEqual([]);
    expect(builtins).toContain("fs");
    expect(builtins).not.toContain("child_process");
    expect(builtins).not.toContain("tty");
  });

  it("runs a stage that asks for no server without yaml and basic-ftp", () => {
    const { files } = loadedBy("ftp-limit.js", ["1"]);
    expect(packagesIn(files)).toEqual(["rxjs"]);
    // Each file more costs half a millisecond: what is new and shared belongs into a group of `.build/bundle.ts`.
    expect(files.map((file) => basename(file)).toSorted()).toEqual(
      ["command.cjs", "ftp-limit.js", "rolldown-runtime.cjs", "stream.cjs"].toSorted(),
    );
  });

  it("tells packages by their marks where they are", () => {
    expect(packagesIn(loadedBy("ftp-servers.js", ["/nowhere/cfg.yaml"]).files)).toEqual(["yaml", "basic-ftp", "rxjs"]);
  });

  it("begins a worker thread without what commands alone need", () => {
    const worker = join(DIST, "src/threads/worker.cjs");
    const script = `const { Worker } = require("node:worker_threads");
      const code = 'require("node:process"); require(' + JSON.stringify(${JSON.stringify(worker)}) + ');' +
        'require("node:worker_threads").parentPort.postMessage(Object.keys(require.cache));';
      const worker = new Worker(code, { eval: true, workerData: { env: {}, stateFolder: "/nowhere" } });
      worker.once("message", (files) => { console.log(JSON.stringify(files)); process.exit(); });`;
    const { stdout } = spawnSync(process.execPath, ["-e", script], { encoding: "utf8" });
    const files: string[] = JSON.parse(stdout);
    expect(packagesIn(files)).toEqual(["yaml", "basic-ftp", "rxjs"]);
    expect(files.map((file) => basename(file)).filter((name) => /pipeline|Command|demo/.test(name))).toEqual([]);
    for (const file of files) expect(file.startsWith(join(DIST, "src"))).toBe(true);
  });

  it("needs no package for a command, whatever it does", () => {
    for (const command of COMMANDS) {
      const all = [...reachedFrom(join(DIST, "bin", command))];
      expect(packagesIn(all)).toEqual(Object.keys(MARKS));
      expect(all.flatMap(neededBy).filter((name) => !/^(?:node:|\.)/.test(name) && !isBuiltin(name))).toEqual([]);
    }
  });

  it("needs no file before another: each can be the first", () => {
    const files = readdirSync(BUNDLED).map((file) => join(BUNDLED, file));
    const script = `for (const file of ${JSON.stringify(files)}) {
      for (const name of Object.keys(require.cache)) delete require.cache[name];
      require(file);
    }`;
    expect(spawnSync(process.execPath, ["-e", script], { encoding: "utf8" })).toMatchObject({ stderr: "", status: 0 });
  });

  it("hands on the licence of each package that is in it", () => {
    const licences = readFileSync(join(DIST, "THIRD-PARTY-LICENSES"), "utf8");
    for (const name of ["basic-ftp", "commander", "picomatch", "rxjs", "yaml"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
    expect(licences).toMatch(/Apache License\s+Version 2\.0/);
  });
});

/** What is built, and RxJS, as packages of the shell's folder. */
function install(shell: Shell): void {
  mkdirSync(shell.path("node_modules"));
  symlinkSync(ROOT, shell.path("node_modules/ftp-harvest"));
  symlinkSync(join(ROOT, "node_modules/rxjs"), shell.path("node_modules/rxjs"));
}

describe("the public API as it is built", () => {
  it("gives Observables of the RxJS of whoever imports it", () => {
    const script = `
      import { fromBatches, recordsFrom, servers, harvest, limitFiles, boundedMergeMap } from "ftp-harvest";
      import { Observable, of } from "rxjs";
      const made = { servers: servers("x"), recordsFrom: recordsFrom("x"), harvest: harvest("x"), limitFiles: of().pipe(limitFiles(1)),
        boundedMergeMap: of(1).pipe(boundedMergeMap((n) => of(n), 1)), fromBatches: fromBatches(async function* () {}) };
      console.log(JSON.stringify(Object.entries(made).filter(([, stream]) => !(stream instanceof Observable)).map(([name]) => name)));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect({ stdout, stderr }).toEqual({ stdout: "[]\n", stderr: "" });
  });

  it("is one with the commands: they know its faults, and RxJS's own operators work in a stage of one's own", async () => {
    await using shell = new Shell();
    install(shell);
    shell.write(
      "stages.mjs",
      `import { boundedMergeMap, defineStage, Fault, kinds, UsageError } from "ftp-harvest";
import { concatMap, from, mergeMap, of, toArray } from "rxjs";
const facts = { summary: "s", scope: "run", examples: [], main: "word", options: { word: { kind: kinds.text, help: "h" } } };
export const doubled = defineStage({ ...facts, name: "doubled", operator: () => (source) => source.pipe(
  mergeMap((record) => of(record, { ...record, again: true }), 2), toArray(), concatMap((all) => from(all)),
  boundedMergeMap((record) => from([record]), 2)) });
export const refusing = defineStage({ ...facts, name: "refusing", operator: () => { throw new UsageError("not with me"); } });
export const failing = defineStage({ ...facts, name: "failing", operator: () => () => { throw new Fault("disk", "no room for it"); } });`,
    );
    shell.write("in.ndjson", `{"type":"x","n":1}\n{"type":"x","n":2}\n`);
    const run = (stage: string) => {
      shell.write("p.yaml", `stages: [./stages.mjs]\nsteps:\n  - from: in.ndjson\n  - ${stage}: w\n`);
      return shell.run("ftp-harvest run p.yaml");
    };
    const doubled = await run("doubled");
    expect(doubled.stdout.split("\n").filter((line) => line.includes('"x"'))).toHaveLength(4);
    const refusing = await run("refusing");
    expect(refusing).toMatchObject({ code: 2, stderr: expect.stringContaining("not with me") });
    expect(refusing.stderr).not.toContain("internal error");
    expect(await run("failing")).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/^ftp-harvest: no room for it$/m),
    });
  });

  it("does not end as if all had gone well where a stage leaves nothing to wait for and is not over", async () => {
    await using shell = new Shell();
    install(shell);
    shell.write(
      "stuck.mjs",
      `import { asCommand, defineStage } from "ftp-harvest";
import { NEVER } from "rxjs";
const facts = { summary: "s", scope: "run", examples: [], options: {} };
await asCommand(defineStage({ ...facts, name: "stuck", operator: () => () => NEVER }), import.meta.url);`,
    );
    expect(await shell.run(`echo '{"type":"x"}' | node stuck.mjs`)).toMatchObject({
      code: 3,
      stdout: "",
      stderr: expect.stringContaining("ftp-stuck: internal error: nothing is left to wait for"),
    });
  });
});
