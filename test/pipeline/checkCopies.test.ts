import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { complaint, loadedPipeline } from "./loadedPipeline.ts";

describe("a copy in a pipeline", () => {
  it.each([
    ["the records that are read", "steps: [from: a.ndjson, tee: ./a.ndjson]", ":1:25: `tee`: ./a.ndjson would be over"],
    ["them by another path", `steps: [from: a.ndjson, limit: 1, tee: ${resolve("a.ndjson")}]`, "and `from` reads it"],
    ["the configuration", "steps: [servers: my.yaml, list, tee: my.yaml]", "and `servers` reads it"],
    ["the configuration that is the usual one", "steps: [servers, list, tee: cfg.yaml]", "and `servers` reads it"],
    [
      "another copy",
      "steps: [servers, tee: a, list, tee: a]",
      ":1:32: `tee`: a would be overwritten, and another `tee`",
    ],
  ])("does not overwrite %s", async (_, yaml, says) => {
    expect(await complaint(yaml)).toContain(says);
  });

  it("does not overwrite what --set has read", async () => {
    const sets = ["from=b"];
    expect(await complaint("steps: [from: a, tee: b]", { sets })).toContain("b would be overwritten, and `from`");
  });

  it("may be one of several", async () => {
    expect((await loadedPipeline("steps: [from: a, tee: b, fetch, tee: c]")).steps).toHaveLength(4);
  });
});
