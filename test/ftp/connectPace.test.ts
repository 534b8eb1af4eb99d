import { expect, it } from "vitest";
import { ConnectPace } from "../../src/ftp/connectPace.ts";

/** How long each of so many log-ins at one moment has to wait. */
function waits(pace: ConnectPace, count: number, now_ms: number): number[] {
  return Array.from({ length: count }, () => pace.take(now_ms));
}

it("lets a burst through at once, and then one each interval", () => {
  const pace = new ConnectPace(100, 3);
  expect(waits(pace, 5, 1_000)).toEqual([0, 0, 0, 100, 200]);
  expect(waits(pace, 1, 1_250)).toEqual([50]);
});

it("lets a burst through again after a rest, but no larger one", () => {
  const pace = new ConnectPace(100, 2);
  waits(pace, 2, 0);
  expect(waits(pace, 2, 100)).toEqual([0, 100]);
  expect(waits(pace, 3, 1_000_000)).toEqual([0, 0, 100]);
});

it("never waits without an interval", () => {
  expect(waits(new ConnectPace(0, 1), 100, 5)).toEqual(Array(100).fill(0));
});
