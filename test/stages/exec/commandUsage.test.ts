import { describe, expect, it } from "vitest";
import type { Command } from "../../../src/config/commandKind.ts";
import { UsageError } from "../../../src/records/fault.ts";
import { checkCommand, commandForEach } from "../../../src/stages/exec/commandUsage.ts";

describe("a command, looked at before anything runs", () => {
  it.each<readonly [Command]>([
    ["no-such-program-here | ./x"],
    [["no-such-program-here"]],
    [["/bin/sh", "-c", "x"]],
    [["sh"]],
  ])("is no usage error where only its start can tell: %j", (command) => {
    expect(() => checkCommand(command)).not.toThrow();
  });

  it.each<readonly [string, Command, string]>([
    [
      "is not where it should be",
      ["./no-such-program-here", "x"],
      "exec: ./no-such-program-here is not there, or not executable",
    ],
    ["can't be run", [import.meta.filename], "is not there, or not executable"],
    [
      "is one quoted line",
      ["curl -u name:secret"],
      "exec: there is no program `curl -u …`; leave the quotes out, or put `sh -c` before them",
    ],
  ])("is a usage error if it %s", (_, command, message) => {
    expect(() => checkCommand(command)).toThrow(UsageError);
    expect(() => checkCommand(command)).toThrow(message);
  });
});

describe("a command for each file", () => {
  it.each<readonly [Command]>([
    [["gzip", "-k", "{local}"]],
    [["sh", "-c", 'gzip -k "$1"', "sh", "{local}"]],
    [["bash", "./script", "-c", "x", "{local}"]],
    [["env", "finish", "-c", "{local}"]],
  ])("may be %j", (command) => {
    expect(commandForEach(command)).toBe(command);
  });

  it("is no text: names of files would get into it", () => {
    expect(() => commandForEach("gzip {local}")).toThrow('must not reach a shell: command: [gzip, -k, "{local}"]');
  });

  it.each<readonly [Command]>([
    [["sh", "-c", "gzip {local}"]],
    [["/bin/bash", "-ec", "gzip '{name}'"]],
    [["nice", "env", "zsh", "-x", "-c", "x {server}"]],
    [["sh", "-ce", "gzip {local}"]],
    [["sh", "-c", "-e", "gzip {local}"]],
    [["bash", "-c", "-o", "pipefail", "gzip {local}"]],
  ])("has no names of files in a shell's script: %j", (command) => {
    expect(() => commandForEach(command)).toThrow(/^exec: a file's name inside a shell's script could run anything;/);
  });
});
