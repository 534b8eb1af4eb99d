import { describe, expect, it } from "vitest";
import { commandLine, parse } from "../../src/cli/commandLine.ts";
import { flagsOf } from "../../src/cli/flags.ts";
import { choice, duration, globs, integer, size, switchKind, text } from "../../src/config/kinds.ts";
import { FakeWorld } from "./fakeWorld.ts";

const options = {
  newerThan: { kind: duration, help: "how new" },
  depth: { kind: integer(1, 100), default: 100, help: "how deep" },
  jobs: { kind: integer(1, 10), short: "j", help: "how many" },
  include: { kind: globs, help: "which" },
  minSize: { kind: size, default: 0, help: "how large" },
  format: { kind: choice("json", "csv"), help: "how" },
  keep: { kind: switchKind, default: false, help: "or not" },
  to: { kind: text, help: "where" },
  noCache: { kind: switchKind, default: false, help: "none" },
  noMatch: { kind: text, help: "what" },
} as const;

function parsed(...args: string[]) {
  using world = new FakeWorld("ftp-x");
  let failed: unknown;
  try {
    const { values } = parse(commandLine("ftp-x", "Try", [["ftp-x", "try"]]), options, args, world);
    return { values, err: world.err.text() };
  } catch (error) {
    failed = error;
  }
  return { values: undefined, err: world.err.text(), failed };
}

describe("flags", () => {
  it("are a table's names in kebab case, with a placeholder and the default", () => {
    const flags = flagsOf(options).map(({ flags, description }) => `${flags}  ${description}`);
    expect(flags.slice(0, 4)).toEqual([
      "--newer-than <DURATION>  how new",
      "--depth <N>  how deep (default: 100)",
      "-j, --jobs <N>  how many",
      "--include <GLOB[,GLOB...]>  which",
    ]);
    expect(flags[6]).toBe("--keep  or not");
  });

  it("have their defaults, and are undefined without", () => {
    const { newerThan, depth, jobs, include, minSize, keep } = parsed().values ?? {};
    expect([newerThan, depth, jobs, include, minSize, keep]).toEqual([undefined, 100, undefined, undefined, 0, false]);
  });

  it.each([
    [["--newer-than", "15m"], { newerThan: 900_000 }],
    [["-j", "3"], { jobs: 3 }],
    [["-j3"], { jobs: 3 }],
    [["--jobs=3"], { jobs: 3 }],
    [["--min-size", "4KiB"], { minSize: 4096 }],
    [["--include", "*.{csv,txt},b*"], { include: ["*.{csv,txt}", "b*"] }],
    [["--include", "a", "--include", "b"], { include: ["a", "b"] }],
    [["--depth", "2", "--depth", "3"], { depth: 3 }],
    [["--keep"], { keep: true }],
    [["--to", "012"], { to: "012" }],
    [["--no-cache", "--no-match", "x"], { noCache: true, noMatch: "x" }],
  ])("%j mean %j", (args, values) => {
    expect(parsed(...args).values).toMatchObject(values);
  });

  it.each([
    [["--depth", "0"], "Expected a whole number from 1 to 100."],
    [["--newer-than", "soon"], "Expected a duration such as"],
    [["--format", "xml"], "Expected json or csv."],
    [["--include"], "argument missing"],
    [["--dept", "1"], "unknown option '--dept'\n(Did you mean --depth?)"],
    [["operand"], "too many arguments"],
  ])("%j are refused: %s", (args, why) => {
    const { values, err } = parsed(...args);
    expect(values).toBeUndefined();
    expect(err).toContain(why);
    expect(err).toContain("(ftp-x --help shows all options)");
  });
});
