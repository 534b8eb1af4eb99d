import { describe, expect, it } from "vitest";
import { stepCommand } from "../../src/cli/stepCommand.ts";
import { UsageError } from "../../src/records/fault.ts";
import { execStage } from "../../src/stages/exec.ts";
import { limitStage } from "../../src/stages/limit.ts";
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
