import { expect, it } from "vitest";
import { drawnFrom, shrinkSeed } from "./check.ts";
import type { Schedule } from "./schedule.ts";
import { Tally } from "./tally.ts";

/** Stands for a bug: whatever has a fault that resets data breaks. */
async function breaksOnReset({ rounds }: Schedule): Promise<Tally> {
  const faults = rounds.flatMap(({ servers }) => servers.flatMap((server) => server.faults));
  if (faults.some(({ does }) => does.kind === "reset" && does.channel === "data")) throw new Error("a reset");
  return new Tally();
}

async function firstBroken(): Promise<number> {
  for (let seed = 1; seed < 1000; seed++) {
    const broken = await breaksOnReset(await drawnFrom(seed, {})).then(
      () => false,
      () => true,
    );
    if (broken) return seed;
  }
  throw new Error("no seed of a thousand draws a reset");
}

it("a seed draws the same schedule each time, and others draw others", async () => {
  expect(await drawnFrom(7, {})).toEqual(await drawnFrom(7, {}));
  expect(await drawnFrom(7, {})).not.toEqual(await drawnFrom(8, {}));
});

it("a schedule that fails is shrunk to what makes it fail, and its path draws it again", async () => {
  const seed = await firstBroken();
  const shrunk = await shrinkSeed(seed, {}, breaksOnReset);
  expect(shrunk).toMatchObject({ failsAgain: true, why: expect.stringContaining("a reset") });
  const faults = shrunk?.schedule.rounds.flatMap(({ servers }) => servers.flatMap((server) => server.faults)) ?? [];
  expect(faults.map(({ does }) => does.kind)).toEqual(["reset"]);
  expect(await drawnFrom(seed, {}, shrunk?.path)).toEqual(shrunk?.schedule);
});

it("files in segments are drawn where only those are wanted", async () => {
  for (let seed = 1; seed < 20; seed++) {
    const { servers } = await drawnFrom(seed, { inSegments: true });
    const names = servers.flatMap(({ files }) => Object.keys(files));
    expect(names.some((name) => name.startsWith("/huge"))).toBe(true);
  }
});

it("what is wanted is drawn", async () => {
  const drawn = await drawnFrom(3, { form: "pipe", profile: "one passing" });
  expect(drawn).toMatchObject({ form: "pipe", profile: "one passing" });
});
