import { describe, expect, it } from "vitest";
import type { Session } from "../../../src/ftp/session.ts";
import { Fault } from "../../../src/records/fault.ts";
import { ClockSense } from "../../../src/stages/fetch/clockSense.ts";
import type { Version } from "../../../src/stages/fetch/version.ts";
import { isWanted, wantedFile } from "../../../src/stages/fetch/wantedFile.ts";
import { LARGE_bytes, WantedVersion } from "../../../src/stages/fetch/wantedVersion.ts";
import { Tries } from "../../../src/stages/onSession.ts";
import { StageWorld } from "../stageWorld.ts";
import { file, MODIFIED } from "./fetchInput.ts";

const SIZE = 100_000;
const MINUTES = "2026-01-02T03:04";
const LATER: Version = { size: SIZE + 1, modified: "2026-01-02T03:04:06Z" };

function wanted(size = SIZE, modified: string = MODIFIED) {
  using world = new StageWorld();
  world.add("s", { port: 21, max_file_size: 2 * SIZE });
  const record = file("a", size, { modified });
  if (!isWanted(record)) throw new Error("no file");
  const [tries, clock] = [new Tries(), new ClockSense()];
  const settings = world.context("fetch-1").settings("", "s");
  return { version: new WantedVersion(wantedFile(record), { settings, clock }, tries), tries, clock };
}

/** A session on which the server says one thing of the file, whenever it is asked. */
const saying = (said: Version | Fault, usable = true) =>
  ({
    usable,
    version: () => (said instanceof Fault ? Promise.reject(said) : Promise.resolve(said)),
  }) as unknown as Session;

describe("the version of a file that is wanted", () => {
  it("is the listed one, until the server has another", () => {
    const { version } = wanted();
    expect(version.isListed).toBe(true);
    expect(version.change).toBeUndefined();
    version.want(LATER);
    expect([version.isListed, version.size, version.change]).toEqual([false, LATER.size, LATER]);
  });

  it("keeps what the server does not say", () => {
    const { version } = wanted();
    version.want({ size: null, modified: null });
    expect(version.version).toEqual({ size: SIZE, modified: MODIFIED });
  });

  it("is large when a question costs less than what it saves", () => {
    expect([LARGE_bytes - 1, LARGE_bytes].map((size) => wanted(size).version.isLarge)).toEqual([false, true]);
  });

  it("is known where it is exact, and listings tell times as the server does", () => {
    expect(wanted().version.isKnown).toBe(true);
    expect(wanted(SIZE, MINUTES).version.isKnown).toBe(false);
    const { version, clock } = wanted();
    clock.learn({ size: SIZE, modified: MODIFIED }, { size: SIZE, modified: "2026-01-02T05:04:05Z" }, "taken");
    expect(version.isKnown).toBe(false);
    version.want(LATER);
    expect(version.isKnown).toBe(true);
  });

  it("is another one than was listed where listings tell no times, but the server's own answer has changed", () => {
    const { version } = wanted(SIZE, MINUTES);
    const before = { size: SIZE, modified: "2026-01-02T05:04:05Z" };
    version.want(before);
    version.want(before);
    expect(version.change).toBeUndefined();
    const now = { size: SIZE, modified: "2026-01-02T06:00:00Z" };
    version.want(now);
    expect(version.change).toEqual(now);
  });

  it("is never larger than a file may be", () => {
    expect(() => wanted(2 * SIZE + 1)).toThrow("max_file_size");
    expect(() => wanted().version.want({ ...LATER, size: 2 * SIZE + 1 })).toThrow("max_file_size");
  });
});

describe("what the server says of a file", () => {
  it("is nothing where it refuses to, and a fault where it is gone", async () => {
    const { version, tries } = wanted();
    const refused = new Fault("not_found", "no");
    expect(await version.ask(saying(refused))).toBeUndefined();
    expect(tries.heard).toBe(false);
    await expect(version.ask(saying(refused, false))).rejects.toBe(refused);
    expect(await version.ask(saying(LATER))).toBe(LATER);
    expect(tries.heard).toBe(true);
  });

  it("is the same version still, or another one, which is wanted then", async () => {
    const { version } = wanted();
    expect(version.isStill({ size: SIZE, modified: MODIFIED })).toBe(true);
    expect([version.isStill(LATER), version.isStill(undefined)]).toEqual([false, false]);
    expect(await version.judge(saying(LATER), SIZE, false)).toBe("again");
    expect(await version.judge(saying(LATER), SIZE + 1, false)).toBe("taken");
    await expect(version.judge(saying(LATER), SIZE, false)).rejects.toThrow("it should be 100001");
  });
});
