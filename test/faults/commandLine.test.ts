import { describe, expect, it } from "vitest";
import { WrongUsage } from "../program.ts";
import { commandLine } from "./commandLine.ts";

function tasks(...args: readonly string[]) {
  const { tasks } = commandLine(args);
  const found = [];
  for (let next = tasks.next(); next.done !== true; next = tasks.next()) found.push(next.value);
  return found;
}

describe("the command line of fault schedules", () => {
  it("asks for seeds, each with the line that replays it", () => {
    expect(tasks("--seeds", "2", "--from", "7", "--form", "pipe", "--files", "8")).toMatchObject([
      { task: { do: "check", seed: 7 }, replay: "npm run test:faults -- --seed 7 --form pipe --files 8" },
      { task: { do: "check", seed: 8 }, replay: "npm run test:faults -- --seed 8 --form pipe --files 8" },
    ]);
  });

  it("asks for files in segments only", () => {
    const [only] = tasks("--seed", "7", "--in-segments");
    expect(only).toMatchObject({
      task: { wanted: { inSegments: true } },
      replay: "npm run test:faults -- --seed 7 --in-segments",
    });
  });

  it("asks for what a seed was shrunk to, as the line that was printed says it", () => {
    const [shrunk] = tasks("--seed", "7", "--path", "0:3:1", "--one-passing");
    expect(shrunk).toMatchObject({ task: { seed: 7, path: "0:3:1", wanted: { profile: "one passing" } } });
    expect(shrunk?.replay).toBe('npm run test:faults -- --seed 7 --path "0:3:1" --one-passing');
  });

  it.each([
    ["--seeds x", "--seeds x: a whole number from 1 on is wanted"],
    ["--seeds 0", "--seeds 0: a whole number from 1 on is wanted"],
    ["--jobs 0", "--jobs 0: a whole number from 1 on is wanted"],
    ["--seed 5 --seeds 3", "--seed, --schedule, and --seeds with --from: one of them is wanted"],
    ["--path 0:1", "--path belongs to a --seed"],
    ["--form foo", "--form foo: it is one of operators, chain, pipe, harvest, threads"],
    ["--schedule package.json", "--schedule package.json: a schedule is wanted, as a failure prints it"],
  ])("refuses %s, for it would test nothing or something else", (args, message) => {
    expect(() => tasks(...args.split(" "))).toThrow(new WrongUsage(message));
  });
});
