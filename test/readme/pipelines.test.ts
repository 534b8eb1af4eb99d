import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadedPipeline } from "../pipeline/loadedPipeline.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const BLOCKS = [...README.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);

describe("README's pipelines", () => {
  // Those with stages of their own are run as they are written, see writeAStage.test.ts.
  const pipelines = BLOCKS.filter((text) => /^steps:$/m.test(text) && !/^stages:/m.test(text));

  it("are there", () => expect(pipelines).not.toEqual([]));

  it.each(pipelines)("have no mistake:\n%s", async (text) => {
    expect((await loadedPipeline(text)).steps.length).toBeGreaterThan(1);
  });
});
