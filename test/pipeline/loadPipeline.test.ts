// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pipelines' variables look like those of templates.
import { describe, expect, it } from "vitest";
import { choice, globs, integer, path, switchKind } from "../../src/config/kinds.ts";
import type { OptionTable } from "../../src/config/options.ts";
import { loadPipeline, type PipelineRequest } from "../../src/pipeline/loadPipeline.ts";
import { type ImportStages, UnusableModule } from "../../src/pipeline/stageModule.ts";
import { UsageError } from "../../src/records/fault.ts";
import { defineStage, type Stage } from "../../src/stages/stage.ts";
import { configFolder } from "../config/configFolder.ts";
import { complaint as complaintOf, loadedPipeline } from "./loadedPipeline.ts";

function stage<const O extends OptionTable>(name: string, options: O, more: Partial<Stage<O>> = {}): Stage<O> {
  const operator =
    () =>
    <T>(source: T) =>
      source;
  return defineStage({ name, summary: "", scope: "server", options, examples: [], operator, ...more });
}

const options = {
  include: { kind: globs, help: "which" },
  newerThan: { kind: integer(1, 9), default: 3, help: "how new" },
  deep: { kind: switchKind, default: false, help: "all" },
  format: { kind: choice("json", "rows"), help: "how" },
} as const;

const STAGES: readonly Stage[] = [
  stage("begin", { file: { kind: path, required: true, help: "what to read" } }, { main: "file", place: "first" }),
  stage("walk", options),
  stage("keep", { file: { kind: path, help: "where" } }, { main: "file" }),
  stage("bare", {}),
  stage("finish", {}, { place: "last" }),
];

type Request = Partial<PipelineRequest>;
const load = (content: string | Uint8Array, request: Request = {}) =>
  loadedPipeline(content, { stages: STAGES, ...request });
const complaint = (content: string | Uint8Array, request: Request = {}) =>
  complaintOf(content, { stages: STAGES, ...request });

/** A pipeline in which only one step can be wrong; it begins at :3:5. */
const step = (text: string) => `steps:\n  - begin: a\n  - ${text}\n`;

describe("a pipeline", () => {
  it("has its name, or else that of its file", async () => {
    expect((await load(`name: branches\n${step("walk")}`)).name).toBe("branches");
    expect(await load(step("walk"))).toMatchObject({ name: "pipe", file: expect.stringMatching(/^\/.*pipe\.yaml$/) });
  });

  it("has steps that are a name, a name with options, or a name with the value of its main option", async () => {
    const { steps } = await load(
      'steps:\n  - begin: a\n  - walk\n  - walk:\n  - walk: {}\n  - walk: { newer_than: 5, deep: true, include: [a, "b,c"] }\n  - keep: b\n  - finish\n',
    );
    expect(steps.map(({ stage }) => stage.name)).toEqual(["begin", "walk", "walk", "walk", "walk", "keep", "finish"]);
    const standard = { include: undefined, newerThan: 3, deep: false, format: undefined };
    expect(steps.map(({ values }) => values)).toEqual([
      { file: "a" },
      standard,
      standard,
      standard,
      { ...standard, newerThan: 5, deep: true, include: ["a", "b,c"] },
      { file: "b" },
      {},
    ]);
    expect(steps[4]?.at).toEqual({ line: 6, column: 5 });
    expect([...(steps[4]?.given.keys() ?? [])]).toEqual(["include", "newerThan", "deep"]);
  });

  it("may be JSON, and may share values by anchors", async () => {
    const { steps } = await load('{"steps": [{"begin": "a"}, {"walk": &w {"newer_than": 2}}, {"walk": *w}]}');
    expect(steps.map(({ values }) => values["newerThan"])).toEqual([undefined, 2, 2]);
  });

  it("takes variables from the environment, and shows what it was given without them", async () => {
    const text = 'steps:\n  - begin: ${IN}\n  - keep: "${OUT:-x}/$${y}"\n  - walk: { include: ["${IN}*"] }\n';
    const { steps } = await load(text, { env: { IN: "in" } });
    expect(steps.map(({ values }) => values["file"] ?? values["include"])).toEqual(["in", "x/${y}", ["in*"]]);
    expect(steps[0]?.given.get("file")).toEqual({ shown: "${IN}", written: "in" });
  });
});

describe("a wrong pipeline", () => {
  const rows: readonly (readonly [what: string, content: string | Uint8Array, says: string])[] = [
    ["an unknown key", `nmae: x\n${step("walk")}`, ":1:1: unknown key `nmae`; did you mean `name`?"],
    [
      "an unknown key like no other",
      `servers: x\n${step("walk")}`,
      ":1:1: unknown key `servers`; known are `name`, `stages`, `steps`, `backend` and `threads`",
    ],
    [
      "a backend that is none",
      `backend: thread\n${step("walk")}`,
      ":1:10: `backend`: expected inline, threads or auto, found `thread`; did you mean `threads`?",
    ],
    [
      "no number of threads",
      `threads: [2]\n${step("walk")}`,
      ":1:10: `threads`: expected a whole number from 1 to 64, found a list",
    ],
    ["a number of threads from nowhere", `threads: \${NOT_SET_ANYWHERE}\n${step("walk")}`, ":1:10: `threads`: "],
    ["a name that is a list", `name: [x]\n${step("walk")}`, ":1:7: `name`: expected a text that is not empty, found a"],
    ["a name that is empty", `name: ""\n${step("walk")}`, ":1:7: `name`: expected a text that is not empty, found an"],
    ["no steps", "name: x\n", ":1:1: there are no steps; expected `steps:` and a list of steps such as ["],
    ["steps without any", "steps: []\n", ":1:8: `steps`: expected a list of steps such as [servers: cfg.yaml,"],
    ["steps that are commented out", "steps:\n", ":1:7: `steps`: expected a list of steps"],
    ["steps by name", "steps: { begin: a }\n", ":1:8: `steps`: expected a list of steps"],
    ["a list of steps alone", "- begin: a\n", ":1:1: expected `steps:` and a list of steps"],
    ["an empty file", "", ": expected `steps:` and a list of steps such as"],
    ["an unknown stage", step("wlak"), ":3:5: unknown stage `wlak`; did you mean `walk`?"],
    ["a stage as its command is called", step("ftp-walk"), ":3:5: unknown stage `ftp-walk`; did you mean `walk`?"],
    [
      "a stage like no other",
      step("teleport: x"),
      ":3:5: unknown stage `teleport`; known are `begin`, `walk`, `keep`, `bare` and `finish`",
    ],
    ["a stage of JavaScript's", step("constructor"), ":3:5: unknown stage `constructor`"],
    ["a step that is a list", step("[walk]"), ":3:5: a step is a stage's name, alone as in `- list`"],
    ["a step that is nothing", step(""), "a step is a stage's name"],
    ["a step that is an empty map", step("{}"), ":3:5: a step is a stage's name"],
    [
      "options that are not indented",
      step("walk:\n    deep: true"),
      ":3:5: a step has one stage, found `walk` and `deep`; begin each step with `- `, and indent a stage's options",
    ],
    [
      "an unknown option",
      step("walk: { newer-than: 3 }"),
      ":3:13: `walk`: unknown option `newer-than`; did you mean `newer_than`?",
    ],
    ["an option of JavaScript's", step("walk: { constructor: 3 }"), ":3:13: `walk`: unknown option `constructor`"],
    ["options of a stage without any", step("bare: { a: b }"), "`bare`: unknown option `a`; there are none here"],
    [
      "a wrong kind",
      step("walk: { newer_than: many }"),
      ":3:25: `newer_than`: expected a whole number from 1 to 9, found `many`",
    ],
    [
      "a wrong word",
      step("walk: { format: jsn }"),
      ":3:21: `format`: expected json or rows, found `jsn`; did you mean `json`?",
    ],
    ["a list for a text", step("keep: [a, b]"), ":3:11: `keep`: expected a path, found a list"],
    ["a map for a text", step("keep: { file: { a: b } }"), ":3:19: `file`: expected a path, found a map"],
    ["lists in a list", step("walk: { include: [[a]] }"), "`include`: expected a pattern such as *.csv"],
    ["nothing for a value", step("walk: { include: }"), "`include`: expected a pattern such as *.csv"],
    [
      "a value for a stage without a main option",
      step("walk: x"),
      ":3:11: `walk`: expected its options by name, found a text; known are `include`, `newer_than`, `deep` and `format`",
    ],
    ["a value for a stage without options", step("bare: x"), ":3:11: `bare`: expected its options by name"],
    ["an option that is missing", "steps: [begin]", ":1:9: `begin`: `file` is missing: what to read"],
    ["no source", "steps: [walk]", ":1:9: the first step must be a source: `begin`; found `walk`"],
    ["a second source", step("begin: b"), ":3:5: `begin` can only be the first step"],
    ["an end in the middle", "steps: [begin: a, finish, walk]", ":1:19: `finish` can only be the last step"],
    ["a variable that is not there", step("keep: ${OUT}"), ":3:11: `keep`: the environment variable `OUT` is not set"],
    ["a variable that is none", step('keep: "${1X}"'), ":3:11: `keep`: expected ${NAME} or ${NAME:-default}"],
    ["modules that are no list", `stages: ./a.js\n${step("walk")}`, ":1:9: `stages`: expected a list of modules"],
    ["a module that is a map", `stages: [{ a: b }]\n${step("walk")}`, ":1:10: `stages`: expected a module such as"],
    ["what is no YAML", "steps: [", "this is not YAML"],
    ["a step given twice by its key", "steps: [walk: { deep: true, deep: false }]", ":1:29: `deep` stands here twice"],
    ["bytes that are not UTF-8", Buffer.from("steps: [b\xfcro]", "latin1"), ":1:1: this line is not UTF-8 text"],
  ];
  it.each(rows)("says so: %s", async (_what, content, says) => expect(await complaint(content)).toContain(says));

  it("has all its problems told at once, in the file's order", async () => {
    expect((await complaint(`nmae: x\nsteps:\n  - walk: { deep: 3 }\n  - begin: b\n  - wlak\n`)).split("\n")).toEqual([
      ":1:1: unknown key `nmae`; did you mean `name`?",
      ":3:5: the first step must be a source: `begin`; found `walk`",
      ":3:19: `deep`: expected true or false, found `3`",
      ":4:5: `begin` can only be the first step",
      ":5:5: unknown stage `wlak`; did you mean `walk`?",
    ]);
  });

  it("does not show what a variable holds", async () => {
    const says = await complaint(step('walk: { format: "${SECRET}" }'), { env: { SECRET: "hunter2" } });
    expect(says).toBe(":3:21: `format`: expected json or rows; what the variable gives is something else");
  });

  it("does not let control characters through to a terminal", async () => {
    expect(await complaint(step('"a\\e[31m"'))).not.toContain("\x1b");
  });
});

describe("a file that can't be a pipeline", () => {
  const refused = (file: string) => loadPipeline(file, { stages: STAGES, sets: [], env: {} });

  it("is named as the user wrote it", async () => {
    await expect(refused("no/such.yaml")).rejects.toEqual(new UsageError("no/such.yaml: there is no such file"));
    await expect(refused(configFolder({})("."))).rejects.toThrow("it is a folder, not a file");
  });

  it("is refused when it is too long", async () => {
    expect(await complaint(Buffer.alloc(2 * 1024 * 1024, "#"))).toContain("more than 1048576 bytes");
  });
});

describe("--set", () => {
  const text = "steps:\n  - begin: a\n  - walk\n  - keep: b\n  - keep: c\n";
  const values = async (...sets: string[]) => (await load(text, { sets })).steps.map(({ values }) => values);

  it("puts another value in the place of a step's main option", async () => {
    expect((await values("begin=mine=yours"))[0]).toEqual({ file: "mine=yours" });
  });

  it("gives an option, its name written as in the file or as a flag; the last one holds", async () => {
    const given = await values("walk.newer_than=4", "walk.newer-than=5", "walk.deep=true", "walk.include=*.a,*.b");
    expect(given[1]).toEqual({ include: ["*.a", "*.b"], newerThan: 5, deep: true, format: undefined });
  });

  it("means one of several steps by its number among them", async () => {
    expect((await values("keep[2]=x", "keep[1].file=y")).slice(2)).toEqual([{ file: "y" }, { file: "x" }]);
  });

  it("is taken as it is, and stands in for what is wrong in the file", async () => {
    const { steps } = await load("steps: [begin, walk: { newer_than: many }, keep: '${OUT}']", {
      sets: ["begin=${IN}", "walk.newer_than=2", "keep=x"],
    });
    expect(steps.map(({ values }) => values["file"] ?? values["newerThan"])).toEqual(["${IN}", 2, "x"]);
  });

  it.each([
    ["walk", "--set walk: expected STEP=VALUE such as servers=mine.yaml, or STEP.OPTION=VALUE such as fetch.jobs=3"],
    ["=x", "--set =x: expected STEP=VALUE"],
    ["wlak.deep=true", "--set wlak.deep=true: the pipeline has no step `wlak`; did you mean `walk`?"],
    ["bare=x", "--set bare=x: the pipeline has no step `bare`; it has `begin`, `walk` and `keep`"],
    ["walk.dep=true", "--set walk.dep=true: unknown option `dep`; did you mean `deep`?"],
    ["walk.deep=3", "--set walk.deep=3: `deep`: expected true or false, found `3`"],
    ["begin=", "--set begin=: `begin`: expected a path, found ``"],
    ["walk=3", "--set walk=3: `walk` has several options and none that stands for all; say which: walk.OPTION=VALUE"],
    ["keep=x", "--set keep=x: 2 steps of the pipeline are `keep`; write `keep[1]` or `keep[2]`"],
    ["keep[3]=x", "--set keep[3]=x: 2 steps of the pipeline are `keep`; write `keep[1]` or `keep[2]`"],
    ["walk[2].deep=true", "--set walk[2].deep=true: only one step of the pipeline is `walk`; write `walk[1]`"],
    ["keep[0]=x", "--set keep[0]=x: 2 steps"],
  ])("%s is told to be wrong, with the argument", async (argument, says) =>
    expect(await complaint(text, { sets: [argument] })).toContain(says),
  );
});

describe("the stages of a pipeline's modules", () => {
  const named = (...names: string[]) => names.map((name) => stage(name, {}));
  /** A module for each name; its stages. */
  const modules =
    (stages: Readonly<Record<string, readonly Stage[]>>): ImportStages =>
    async (specifier) => {
      const found = stages[specifier];
      if (found === undefined) throw new UnusableModule("it can't be loaded: no");
      return { path: `/modules/${specifier}`, stages: found };
    };
  const text = (list: string, ...steps: string[]) => `stages: ${list}\nsteps: [begin: a, ${steps.join(", ")}]\n`;

  it("are steps as ours are, and say where they come from", async () => {
    const request = { importStages: modules({ "a.js": named("jump", "run"), "b.js": named("swim") }) };
    const { steps } = await load(text("[a.js, b.js]", "jump", "swim", "walk"), request);
    expect(steps.map(({ module }) => module)).toEqual([undefined, "/modules/a.js", "/modules/b.js", undefined]);
  });

  it("may come from two modules, one of which hands on the other's", async () => {
    const jump = named("jump");
    const request = { importStages: modules({ a: jump, b: jump }) };
    expect((await load(text("[a, b]", "jump"), request)).steps[1]?.module).toBe("/modules/a");
  });

  it("may be in a module that a variable names", async () => {
    const request = { importStages: modules({ a: named("jump") }), env: { M: "a" } };
    expect((await load(text('["${M}"]', "jump"), request)).steps).toHaveLength(2);
  });

  it.each([
    [
      "a name of ours",
      { a: named("walk") },
      "[a]",
      ":1:10: `a`: its stage `walk` has the same name as one of the toolkit",
    ],
    [
      "a name of another's",
      { a: named("x"), b: named("x") },
      "[a, b]",
      ":1:13: `b`: its stage `x` has the same name as",
    ],
    ["a module that gives none", {}, "[a]", ":1:10: `a`: it can't be loaded: no"],
    ["a variable that is not set", {}, '["${M}"]', ":1:10: `stages`: the environment variable `M` is not set"],
  ])("can't be used: %s", async (_what, stages, list, says) =>
    expect(await complaint(text(list, "x"), { importStages: modules(stages) })).toContain(says),
  );

  it("are not said to be unknown where their module could not be loaded", async () => {
    expect(await complaint(text("[a]", "jump"), { importStages: modules({}) })).toBe(
      ":1:10: `a`: it can't be loaded: no",
    );
  });
});
