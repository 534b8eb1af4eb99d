import { describe, expect, it } from "vitest";
import { shownCommand, shownProgram } from "../../../src/stages/exec/shownCommand.ts";

describe("a command in messages", () => {
  it.each([
    ["jq -c 'select(.size > 0)'", "jq -c …"],
    ["  jq\n  -c", "jq -c"],
    [["/usr/bin/jq", "-c", "."], "/usr/bin/jq -c …"],
    [["node", "-e", "a long script"], "node -e …"],
    [["curl", "-u", "name:secret"], "curl -u …"],
    ['TOKEN=secret PASSWORD=\'another one\' KEY="a \\" third" curl -s x', "curl -s …"],
    [["env", "TOKEN=secret", "curl"], "env TOKEN=… …"],
    ["TOKEN=secret", "TOKEN=…"],
    [["./clean up.py"], "./clean up.py"],
    [["a\u001b[31m", ""], "a\\x1b[31m "],
    [["x".repeat(41)], `${"x".repeat(40)}…`],
  ] as const)("%j is %j", (command, shown) => {
    expect(shownCommand(command)).toBe(shown);
  });

  it.each([
    ["/usr/bin/jq -c .", "jq"],
    [["./clean.py", "x"], "clean.py"],
    ["TOKEN=a/b ./clean.py", "clean.py"],
    ["TOKEN=a/b", "TOKEN=…"],
  ] as const)("%j has the program %j", (command, program) => {
    expect(shownProgram(command)).toBe(program);
  });
});
