import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CommanderError } from "commander";
import { describe, expect, it } from "vitest";
import { commandLine, parse } from "../../src/cli/commandLine.ts";
import { run as runHarvest } from "../../src/cli/ftpHarvest.ts";
import { run as runList } from "../../src/cli/ftpList.ts";
import { run as runReport } from "../../src/cli/ftpReport.ts";
import { run as runServers } from "../../src/cli/ftpServers.ts";
import type { CommandRun } from "../../src/cli/main.ts";
import { stepCommand } from "../../src/cli/stepCommand.ts";
import { STAGES } from "../../src/pipeline/registry.ts";
import { FakeWorld } from "./fakeWorld.ts";

const STEPS = STAGES.filter(({ name }) => ["filter", "map", "limit", "dedupe", "exec", "fetch"].includes(name));

const COMMANDS: Readonly<Record<string, CommandRun>> = {
  "ftp-servers": runServers,
  "ftp-list": runList,
  ...Object.fromEntries(STEPS.map((stage) => [`ftp-${stage.name}`, stepCommand(stage)])),
  "ftp-report": runReport,
  "ftp-harvest": runHarvest,
};

/** The words of `ftp-harvest` that have a help text of their own. */
const WORDS = ["run", "check", "graph", "bench", "schema", "demo"];

/** What a command prints when it only prints. */
async function printed(run: CommandRun, name: string, ...args: string[]): Promise<string> {
  using world = new FakeWorld(name);
  const failed = await run(args, world).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(CommanderError);
  expect(failed).toMatchObject({ exitCode: 0 });
  return world.out.text();
}

const version: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../package.json"), "utf8")).version;

describe.each(Object.entries(COMMANDS))("%s", (name, run) => {
  it("prints its help", async () => {
    expect(await printed(run, name, "--help")).toMatchSnapshot();
  });

  it("prints its version", async () => {
    expect(await printed(run, name, "--version")).toBe(`${version}\n`);
  });

  it("gives examples that can be parsed, of commands that there are", async () => {
    const examples = exampleLines(await printed(run, name, "--help"));
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) for (const words of commandsOf(example)) await understood(words);
  });
});

it.each(WORDS)("ftp-harvest %s prints its help, with examples that can be parsed", async (word) => {
  const help = await printed((args, world) => runHarvest([word, ...args], world), "ftp-harvest", "--help");
  expect(help).toMatchSnapshot();
  for (const example of exampleLines(help)) for (const words of commandsOf(example)) await understood(words);
});

/** The lines of a help text below "Examples:", without what they do. */
function exampleLines(help: string): string[] {
  const [, examples = ""] = /\nExamples:\n([\s\S]*?)\n\n/.exec(help) ?? [];
  const lines = examples.split("\n").filter((line) => /^ {2}\S/.test(line));
  return lines.map((line) => line.trim().replace(/ {2,}.*$/, ""));
}

/** The words of each of our commands in a shell line, as simple as examples are. */
function commandsOf(line: string): string[][] {
  const parts = line.split(" | ").map((part) => part.replace(/ [<>] ?\S+/g, ""));
  const words = parts.map((part) =>
    [...part.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ""),
  );
  return words.filter(([name = ""]) => name.startsWith("ftp-"));
}

/** Fails where commander refuses: with --help among its arguments no command does more than understand its arguments. */
async function understood([name = "", ...args]: string[]): Promise<void> {
  const run = COMMANDS[name];
  if (run === undefined) throw new Error(`there is no ${name}`);
  using world = new FakeWorld(name);
  // Behind the word of `ftp-harvest run`, and before what belongs to another program.
  const at = WORDS.includes(args[0] ?? "") ? 1 : 0;
  const failed = await run(args.toSpliced(at, 0, "--help"), world).catch((error: unknown) => error);
  expect(failed, `${name} ${args.join(" ")}: ${world.err.text()}`).toMatchObject({ exitCode: 0 });
}

describe("a command line", () => {
  it.each([
    [["-q"], "error\n"],
    [[], "ftp-x: note\nerror\n"],
    [["-v"], "ftp-x: note\nftp-x: detail\nerror\n"],
  ])("with %j says %j", (args, text) => {
    using world = new FakeWorld("ftp-x");
    parse(commandLine("ftp-x", "Try", [["ftp-x", "try"]]), {}, args, world);
    world.terminal.note("note");
    world.terminal.detail("detail");
    world.terminal.error("error");
    expect(world.err.text()).toBe(text);
  });

  it("fits the width of the terminal", () => {
    using world = new FakeWorld("ftp-x", 40);
    const line = commandLine("ftp-x", "Say in many words what could be said in far fewer", [["ftp-x", "try"]]);
    expect(() => parse(line, {}, ["--help"], world)).toThrow(CommanderError);
    const [description = ""] = world.out.text().split("\n\n").slice(1);
    expect(Math.max(...description.split("\n").map((row) => row.length))).toBeLessThanOrEqual(40);
  });

  it("has its command in bin", () => {
    const bins = readdirSync(resolve(import.meta.dirname, "../../bin")).filter((file) => file.startsWith("ftp-"));
    expect(bins.toSorted()).toEqual(
      Object.keys(COMMANDS)
        .map((name) => `${join(name)}.ts`)
        .toSorted(),
    );
  });
});
