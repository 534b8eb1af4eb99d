import { expect, it } from "vitest";
import { DiskPace } from "../../src/sink/diskPace.ts";

it("a disk is slow for ten seconds after something on it took more than 50 ms", () => {
  let now_ms = 0;
  const pace = new DiskPace(() => now_ms);
  const take = (ms: number) => pace.timed(() => (now_ms += ms));
  expect(pace.slow).toBe(false);
  take(50);
  expect(pace.slow).toBe(false);
  take(51);
  expect(pace.slow).toBe(true);
  now_ms += 9_999;
  expect(pace.slow).toBe(true);
  now_ms += 1;
  expect(pace.slow).toBe(false);
  take(60);
  expect(pace.slow).toBe(true);
});
