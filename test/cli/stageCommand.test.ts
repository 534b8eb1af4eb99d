import { describe, expect, it } from "vitest";
import { detail, input } from "../../src/cli/stageCommand.ts";
import { UsageError } from "../../src/records/fault.ts";
import { FakeWorld } from "./fakeWorld.ts";

describe("what -v shows", () => {
  it.each([
    [{ type: "server", server: "s", host: "h", port: 21 }, "s: h:21"],
    [{ type: "failure", server: "s", path: "/a", code: "denied", message: "no" }, "s: /a denied: no"],
    [{ type: "failure", code: "protocol", message: "no" }, "protocol: no"],
    [{ type: "listed", server: "s", files: 3, ms: 7 }, "s: 3 files listed in 7 ms"],
    [{ type: "harvested", server: "s", fetched: 3, ms: 7 }, "s: 3 fetched in 7 ms"],
    [{ type: "skipped", server: "s", path: "/l", reason: "a link" }, "s: /l skipped: a link"],
  ])("of %j is %s", (record, line) => {
    using world = new FakeWorld("ftp-x");
    world.terminal.loudness = "verbose";
    detail(record, world);
    expect(world.err.text()).toBe(`ftp-x: ${line}\n`);
  });

  it.each(["file", "download", "weather"])("of a %s record is nothing", (type) => {
    using world = new FakeWorld("ftp-x");
    world.terminal.loudness = "verbose";
    detail({ type, server: "s" }, world);
    expect(world.err.text()).toBe("");
  });
});

describe("stdin", () => {
  it("is not waited for where a person sits", () => {
    using world = new FakeWorld("ftp-x");
    world.stdin.isTTY = true;
    expect(() => input(world)).toThrow(UsageError);
  });
});
