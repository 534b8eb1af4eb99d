import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Shell } from "../pipes/shell.ts";
import { Stopped } from "../stopSignal.ts";
import { measuredRun } from "./measuredRun.ts";

const GO_ON = new AbortController().signal;

describe("a measured run", () => {
  it("tells each command's peak of memory, also of what it gave back, and its time", async () => {
    await using shell = new Shell();
    shell.write("large.mjs", "let held = Buffer.alloc(200 << 20, 1); held = undefined; globalThis.gc();");
    shell.write("small.mjs", "process.stdin.resume();");
    const run = await measuredRun(shell, "node --expose-gc large.mjs | node small.mjs", GO_ON);
    expect(run).toMatchObject({ codes: [0, 0], stderr: "" });
    const costs = new Map(run.costs.map((cost) => [cost.command, cost]));
    expect([...costs.keys()].toSorted()).toEqual(["large.mjs", "small.mjs"]);
    expect(costs.get("large.mjs")?.mostRss_KiB).toBeGreaterThan(200 * 1024);
    expect(costs.get("small.mjs")?.mostRss_KiB).toBeLessThan(150 * 1024);
    expect(costs.get("large.mjs")?.user_s).toBeGreaterThan(0);
    expect(run.wall_s).toBeGreaterThanOrEqual(costs.get("large.mjs")?.wall_s ?? Number.NaN);
  });

  it("that a signal stops is killed and throws its reason", async () => {
    const stop = new AbortController();
    let folder = "";
    {
      await using shell = new Shell();
      folder = shell.folder;
      const running = measuredRun(shell, "sleep 1000", stop.signal);
      stop.abort(new Stopped());
      await expect(running).rejects.toBeInstanceOf(Stopped);
    }
    expect(existsSync(folder)).toBe(false);
  });
});
