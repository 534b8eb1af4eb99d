import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { complaint, loadedPipeline } from "./loadedPipeline.ts";

describe("a copy in a pipeline", () => {
  it.each([
    ["the records that are read", "steps: [from: a.ndjson, tee: ./a.ndjson]", ":1:25: `tee`: ./a.ndjson would be over"],
    ["them by another path", `steps: [from: a.ndjson, limit: 1, tee: ${resolve("a.ndjson")}]`, "while `from` reads it"],
    [
      "another copy",
      "steps: [servers, tee: a, list, tee: a]",
      ":1:32: `tee`: a would be overwritten while another `tee`",
    ],
  ])("does not overwrite %s", async (_, yaml, says) => {
    expect(await complaint(yaml)).toContain(says);
  });

  it("does not overwrite what --set has read", async () => {
    const sets = ["from=b"];
    expect(await complaint("steps: [from: a, tee: b]", { sets })).toContain("b would be overwritten while `from`");
  });

  it("may be one of several", async () => {
    expect((await loadedPipeline("steps: [from: a, tee: b, fetch, tee: c]")).steps).toHaveLength(4);
  });
});
