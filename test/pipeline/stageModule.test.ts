import { symlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { importStages, UnusableModule } from "../../src/pipeline/stageModule.ts";
import { configFolder } from "../config/configFolder.ts";

const NODE_MODULES = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** A module with the text of its exports, in which `stage("x")` makes a stage. */
const module = (exports: string) => `
const stage = (name) => ({ name, summary: "s", scope: "server", options: {}, examples: [], operator: () => (source) => source });
${exports}
`;

describe("a module of stages", () => {
  it("is found beside the pipeline's file, and gives each of its stages once", async () => {
    const path = configFolder({
      "stages/two.mjs": module(
        'export const a = stage("a"); export const b = stage("b"); export default a; export const other = { name: "c" };',
      ),
    });
    const { path: found, stages } = await importStages("./stages/two.mjs", path("pipe.yaml"));
    expect(found).toBe(path("stages/two.mjs"));
    expect(stages.map(({ name }) => name).toSorted()).toEqual(["a", "b"]);
  });

  it("may be given by an absolute path", async () => {
    const path = configFolder({ "one.mjs": module('export const a = stage("a");') });
    expect((await importStages(path("one.mjs"), "/elsewhere/pipe.yaml")).stages).toHaveLength(1);
  });

  it("may be a package that can be found from the pipeline's file", async () => {
    const path = configFolder({
      "node_modules/mine/package.json": '{ "type": "module", "exports": "./index.js" }',
      "node_modules/mine/index.js": module('export const a = stage("a");'),
    });
    expect((await importStages("mine", path("pipe.yaml"))).path).toBe(path("node_modules/mine/index.js"));
  });

  it.each([
    ["that is not there", "./no.mjs", /^there is no such file$/],
    ["that is no JavaScript", "./bad.mjs", /^it can't be loaded: \w*Error: /],
    ["that throws", "./throws.mjs", /^it can't be loaded: Error: no$/],
    ["without stages", "./none.mjs", /^it exports no stage that was made with `defineStage`$/],
    ["that is no package", "nowhere", /^there is no package of that name to be found from this file/],
  ])("is of no use: one %s", async (_what, specifier, says) => {
    const path = configFolder({
      "bad.mjs": "export const",
      "throws.mjs": 'throw new Error("no\\nstack")',
      "none.mjs": "export const a = { name: 'a' }; export const b = null; export const c = 3;",
    });
    symlinkSync(NODE_MODULES, path("node_modules"));
    const error = await importStages(specifier, path("pipe.yaml")).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnusableModule);
    expect(error instanceof Error ? error.message : "").toMatch(says);
  });
});
