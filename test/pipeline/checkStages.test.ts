import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkStages } from "../../src/pipeline/checkStages.ts";
import type { StageContext } from "../../src/stages/context.ts";
import { StageWorld } from "../stages/stageWorld.ts";
import { loadedPipeline } from "./loadedPipeline.ts";

async function check(text: string, context: StageContext): Promise<void> {
  checkStages({ ...(await loadedPipeline(text)), shown: "pipe.yaml" }, context);
}

describe("what only the stages know of their values", () => {
  it("is told with the step's place, all of it", async () => {
    using world = new StageWorld();
    const text =
      "steps:\n  - servers\n  - exec: { command: jq, procs: 2 }\n  - map: { set: type=x }\n  - exec: [a b]\n";
    await expect(check(text, world.context("x"))).rejects.toThrow(
      /^pipe\.yaml:3:5: exec: `procs` is for `each` only\npipe\.yaml:4:5: map: `type` says.*\npipe\.yaml:5:5: exec: there is/,
    );
  });

  it("is not asked of a source, which looks for its file", async () => {
    using world = new StageWorld();
    await expect(check("steps: [from: /no/such, limit: 1]", world.context("x"))).resolves.toBeUndefined();
  });

  it("does not start anything", async () => {
    using world = new StageWorld();
    const text = `steps: [servers, tee: "${world.folder}/copy", exec: "touch ${world.folder}/ran", fetch]`;
    await check(text, world.context("x"));
    expect(readdirSync(world.folder)).toEqual([]);
  });

  it("lets a stage's own bug be one", async () => {
    using world = new StageWorld();
    const pipeline = await loadedPipeline("steps: [servers, list]");
    const broken = pipeline.steps.map((step) => ({
      ...step,
      stage: {
        ...step.stage,
        operator: () => {
          throw new TypeError("a bug");
        },
      },
    }));
    expect(() => checkStages({ ...pipeline, steps: broken }, world.context("x"))).toThrow(TypeError);
  });
});
