import { expect, it } from "vitest";
import { run as runReport } from "../../src/cli/ftpReport.ts";
import type { CommandRun } from "../../src/cli/main.ts";
import { stepCommand } from "../../src/cli/stepCommand.ts";
import { STAGES } from "../../src/pipeline/registry.ts";
import { MAX_LINE_BYTES } from "../../src/records/ndjsonReader.ts";
import { FakeWorld } from "./fakeWorld.ts";

/** Each line with what is said of it; undefined where nothing is wrong with it. */
const LINES: readonly (readonly [line: string | Buffer, why: string | undefined])[] = [
  ['\ufeff{"type":"note","n":1}\r', undefined],
  ["no JSON", "not JSON"],
  ["[1]", "not a JSON object"],
  ['{"type":7}', "no text `type`"],
  ['{"__proto__":{"type":"note"}}', "no text `type`"],
  ["", undefined],
  [Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), "not UTF-8"],
  ["\0", "not JSON"],
  [`{"type":"note","x":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, "more than 1000 levels deep"],
  [`{"type":"${"x".repeat(MAX_LINE_BYTES)}"}`, "longer than 16 MiB"],
  ['{"type":"note","n":2,"n":3,"big":1e300}', undefined],
  // Its last newline is missing, too: it was cut.
  ['{"type":"no', "not JSON"],
];

/** Runs a command on all of the lines. */
async function told(command: string, run: CommandRun, args: readonly string[]) {
  using world = new FakeWorld(command);
  const bytes = LINES.flatMap(([line], place) => [...(place === 0 ? [] : ["\n"]), line]);
  world.stdin.end(Buffer.concat(bytes.map((part) => Buffer.from(part))));
  const code = await run(args, world);
  return { code, out: world.out.text(), err: world.err.text() };
}

const DAMAGE = LINES.flatMap(([, why], place) =>
  why === undefined ? [] : [`line ${place + 1} of the input is damaged: ${why}\n`],
);

it("damaged input is told with its line, and the rest goes on", async () => {
  const arguments_: Readonly<Record<string, readonly string[]>> = { limit: ["5"], map: ["--set", "a=b"] };
  const steps = STAGES.filter(({ name }) => ["filter", "map", "limit", "dedupe", "fetch"].includes(name));
  for (const stage of steps) {
    const { code, out, err } = await told(`ftp-${stage.name}`, stepCommand(stage), arguments_[stage.name] ?? []);
    expect(err, stage.name).toBe(DAMAGE.map((line) => `ftp-${stage.name}: ${line}`).join(""));
    const [one, two, end] = out.split("\n", 3).map((line) => JSON.parse(line));
    expect([one, two], stage.name).toEqual([
      { type: "note", n: 1 },
      { type: "note", n: 3, big: 1e300 },
    ]);
    expect(end, stage.name).toMatchObject({ type: "end", code: 3, damaged: DAMAGE.length });
    expect(code, stage.name).toBe(3);
  }
  const report = await told("ftp-report", runReport, []);
  expect(report).toMatchObject({ code: 3, err: DAMAGE.map((line) => `ftp-report: ${line}`).join(""), out: "{}\n" });
});

it("what a program makes damaged of the stream is told, and ends its command with 3", async () => {
  using world = new FakeWorld("ftp-exec");
  const exec = STAGES.find(({ name }) => name === "exec");
  if (exec === undefined) throw new Error("there is no exec");
  world.stdin.end('{"type":"note","n":1}\n');
  const code = await stepCommand(exec)(["--", "sh", "-c", "echo no JSON; cat"], world);
  expect(world.err.text()).toMatch(/^ftp-exec: line 1 of the output of .* is damaged: not JSON\n$/);
  expect(world.out.text()).toContain('{"type":"note","n":1}\n');
  expect(code).toBe(3);
});
