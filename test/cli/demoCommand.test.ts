import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/cli/demoCommand.ts";
import { UsageError } from "../../src/records/fault.ts";
import { FakeWorld } from "./fakeWorld.ts";

describe("the demo's folder", () => {
  it("is made if it is not there", async () => {
    using world = new FakeWorld("ftp-harvest");
    // The demo ends as soon as it has begun.
    world.stop.abort();
    const folder = join(world.folder, "new", "demo");
    await run(["--folder", folder], world);
    expect(existsSync(join(folder, "cfg.yaml"))).toBe(true);
  });

  it("is refused with anything in it, which stays as it is", async () => {
    using world = new FakeWorld("ftp-harvest");
    writeFileSync(join(world.folder, "cfg.yaml"), "mine");
    await expect(run(["--folder", world.folder], world)).rejects.toThrow(UsageError);
    await expect(run(["--folder", world.folder], world)).rejects.toThrow("it is not empty; name a new one");
    expect(readdirSync(world.folder)).toEqual(["cfg.yaml"]);
  });

  it("is refused where none can be", async () => {
    using world = new FakeWorld("ftp-harvest");
    writeFileSync(join(world.folder, "file"), "");
    await expect(run(["--folder", join(world.folder, "file", "x")], world)).rejects.toThrow(UsageError);
  });
});
