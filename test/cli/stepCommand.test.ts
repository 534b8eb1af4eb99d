import { map } from "rxjs";
import { describe, expect, it } from "vitest";
import { stepCommand } from "../../src/cli/stepCommand.ts";
import { switchKind } from "../../src/config/kinds.ts";
import type { OptionTable } from "../../src/config/options.ts";
import { UsageError } from "../../src/records/fault.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { execStage } from "../../src/stages/exec.ts";
import { limitStage } from "../../src/stages/limit.ts";
import { defineStage } from "../../src/stages/stage.ts";
import { FakeWorld } from "./fakeWorld.ts";

describe("a stage's main option", () => {
  it.each([
    ["limit", ["5", "--count", "6"], "ftp-limit: count is given twice: as operand and as --count"],
    ["exec", ["--command", "cat", "--", "jq"], "ftp-exec: command is given twice: as operand and as --command"],
    ["limit", ["many"], "ftp-limit: count: expected a whole number"],
    ["limit", [], "ftp-limit: N is missing: files to let through"],
  ])("of ftp-%s is refused in %j", async (name, args, message) => {
    using world = new FakeWorld(`ftp-${name}`);
    const run = stepCommand(name === "limit" ? limitStage : execStage)(args, world);
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(message);
  });
});

describe("somebody's own stage", () => {
  it("may change records where they are", async () => {
    using world = new FakeWorld("ftp-mine");
    const seen = (record: AnyRecord) => Object.assign(record, { seen: true });
    const facts = { name: "mine", summary: "Mine", scope: "run", options: {}, examples: [] } as const;
    const stage = defineStage({ ...facts, operator: () => map(seen) });
    world.stdin.end('{"type":"weather","n":1}\n');
    await stepCommand(stage, "others")([], world);
    expect(world.out.text().split("\n")[0]).toBe('{"type":"weather","n":1,"seen":true}');
  });
});

describe("an option of somebody's own stage", () => {
  it.each<[OptionTable, string]>([
    [{ config: { kind: switchKind, help: "" } }, "the option `config` is one that every command has"],
    [{ quiet: { kind: switchKind, help: "" } }, 'the option "--quiet" has a flag that every command has'],
    [
      { valid: { kind: switchKind, short: "v", help: "" } },
      'the option "-v, --valid" has a flag that every command has',
    ],
  ])("can't be one that every command has: %j", async (options, message) => {
    using world = new FakeWorld("ftp-mine");
    const stage = defineStage({
      ...{ name: "mine", summary: "Mine", scope: "run", options, examples: [] },
      operator: () => (records) => records,
    });
    const run = stepCommand(stage)([], world);
    await expect(run).rejects.toThrow(UsageError);
    await expect(run).rejects.toThrow(message);
  });
});
