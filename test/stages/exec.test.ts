import { describe, expect, it } from "vitest";
import type { OptionInputs } from "../../src/config/options.ts";
import { optionValues } from "../../src/config/optionValues.ts";
import { UsageError } from "../../src/records/fault.ts";
import { execStage } from "../../src/stages/exec.ts";
import { scopeOf } from "../../src/stages/stage.ts";
import { collect, StageWorld } from "./stageWorld.ts";

type Given = OptionInputs<typeof execStage.options>;

const valuesOf = (given: Given) => optionValues("exec", execStage.options, given);

function exec(world: StageWorld, given: Given) {
  return execStage.operator(valuesOf(given), world.context("exec-1"));
}

describe("exec", () => {
  const file = { type: "file", server: "a", name: "f" };
  const download = { type: "download", status: "fetched", server: "a", name: "f", local: "/data/a/f" };

  it("sends file records through the command, if nothing else is said", async () => {
    using world = new StageWorld();
    expect(await collect([file, download], exec(world, { command: "cat >&2" }))).toEqual([download]);
  });

  it("sends the types that are named through the command", async () => {
    using world = new StageWorld();
    const made = await collect([file, download], exec(world, { command: ["cat"], types: "file, download" }));
    expect(made).toEqual([file, download]);
    expect(await collect([file, download], exec(world, { command: "cat >&2", types: ["download"] }))).toEqual([file]);
  });

  it("runs the command for each file", async () => {
    using world = new StageWorld();
    const made = await collect([file, download], exec(world, { command: ["echo", "{server}", "{name}"], each: true }));
    expect(made).toEqual([file, download]);
    expect(world.notes).toEqual(["echo: a f"]);
  });

  it("needs the whole stream, or each server apart, as its options say", () => {
    expect(scopeOf(execStage, valuesOf({ command: "cat" }))).toBe("run");
    expect(scopeOf(execStage, valuesOf({ command: ["cat"], each: true }))).toBe("server");
  });

  it.each<readonly [Given, string]>([
    [{ command: "gzip {local}", each: true }, "exec: with `each` the command is a list"],
    [{ command: ["cat"], each: true, types: "file" }, "exec: `types` is not for `each`"],
    [{ command: ["cat"], procs: 2 }, "exec: `procs` is for `each` only"],
    [{ command: ["./no-such-program-here"] }, "exec: ./no-such-program-here is not there"],
  ])("takes %j for wrong usage, before anything runs", (given, message) => {
    using world = new StageWorld();
    expect(() => exec(world, given)).toThrow(UsageError);
    expect(() => exec(world, given)).toThrow(message);
  });
});
