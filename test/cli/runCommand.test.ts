import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/runCommand.ts";
import { UsageError } from "../../src/records/fault.ts";
import { FakeWorld } from "./fakeWorld.ts";

/** What a pipeline that is refused writes to stdout. */
async function refused(steps: string, args: readonly string[] = [], columns?: number): Promise<string> {
  using world = new FakeWorld("ftp-harvest", columns);
  const file = join(world.folder, "pipeline.yaml");
  writeFileSync(file, `steps: ${steps}`);
  await expect(run([file, ...args], world)).rejects.toThrow(UsageError);
  return world.out.text();
}

describe("a pipeline that is refused", () => {
  it.each([
    ["its configuration is missing", "[servers: /none.yaml, list]"],
    ["a value of it is wrong", "[servers: /none.yaml, list: { depth: many }]"],
  ])("tells those behind it, where its records would have gone: %s", async (_, steps) => {
    expect(JSON.parse(await refused(steps))).toMatchObject({ type: "end", stage: "harvest", code: 2 });
  });

  it("writes no record where a report would have been", async () => {
    expect(await refused("[servers: /none.yaml, list, report]")).toBe("");
    // It may have been meant for one.
    expect(await refused("[servers: /none.yaml, list, reprot]")).toBe("");
    expect(await refused("none")).toBe("");
  });

  it("writes none for a person, and none among the lines of a shell", async () => {
    expect(await refused("[servers: /none.yaml, list]", [], 80)).toBe("");
    expect(await refused("[servers: /none.yaml, list: { depth: many }]", ["--print-shell"])).toBe("");
  });
});
