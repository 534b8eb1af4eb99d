import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { Shell } from "../pipes/shell.ts";
import { ROOT } from "../readme/readmeFolder.ts";

const DIST = join(ROOT, "dist");

/** What was built of a package is known by words that stand in its code only. */
const MARKS = { yaml: "YAMLParseError", "basic-ftp": "FTPContext", rxjs: "UnsubscriptionError" } as const;

const IMPORT = /^(?:import|export)\b[^;]*?"(\.[^"]+)";/gm;
/** Not in comments. */
const DYNAMIC_IMPORT = /^(?!\s*\*).*\bimport\("(\.[^"]+)"\)/gm;
/** What commands load when their name is known: their options and their help. */
const COMMANDS = importedBy(join(DIST, "src/bundled/command.js"), DYNAMIC_IMPORT);

function importedBy(file: string, how: RegExp): string[] {
  return [...readFileSync(file, "utf8").matchAll(how)].map(([, name = ""]) => join(dirname(file), name));
}

/** The code that is loaded with a built file; unless told otherwise, dynamic imports aside. */
function loadedWith(file: string, hows = [IMPORT], loaded = new Map<string, string>()): ReadonlyMap<string, string> {
  if (loaded.has(file)) return loaded;
  loaded.set(file, readFileSync(file, "utf8"));
  for (const next of hows.flatMap((how) => importedBy(file, how))) loadedWith(next, hows, loaded);
  return loaded;
}

function packagesIn(file: string): string[] {
  const code = [...loadedWith(file).values()].join("\n");
  return Object.entries(MARKS)
    .filter(([, mark]) => code.includes(mark))
    .map(([name]) => name);
}

describe("what is built", () => {
  it("has a file for what each command loads", () => expect(COMMANDS.length).toBeGreaterThanOrEqual(10));

  it.each(COMMANDS.map((file) => [basename(file), file]))(
    "says its options without yaml and basic-ftp: %s",
    (_, file) => {
      expect(packagesIn(file)).toEqual(["rxjs"]);
    },
  );

  it("tells yaml and basic-ftp by their marks where they are", () => {
    expect(packagesIn(join(DIST, "src/bundled/stageContext.js"))).toEqual(["yaml", "basic-ftp", "rxjs"]);
  });

  it.each(readdirSync(join(DIST, "bin")))("needs no package for a command: %s", (file) => {
    const all = loadedWith(join(DIST, "bin", file), [IMPORT, DYNAMIC_IMPORT]);
    expect(all.size).toBeGreaterThan(COMMANDS.length);
    expect([...all.values()].join("\n")).not.toMatch(/^import [^;"]*"(?!node:|\.)/m);
  });

  it("hands on the licence of each package that is in it", () => {
    const licences = readFileSync(join(DIST, "THIRD-PARTY-LICENSES"), "utf8");
    for (const name of ["basic-ftp", "commander", "picomatch", "rxjs", "yaml"]) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, "m"));
    }
    expect(licences).toMatch(/Apache License\s+Version 2\.0/);
  });
});

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
    mkdirSync(shell.path("node_modules"));
    symlinkSync(ROOT, shell.path("node_modules/ftp-harvest"));
    symlinkSync(join(ROOT, "node_modules/rxjs"), shell.path("node_modules/rxjs"));
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
});
