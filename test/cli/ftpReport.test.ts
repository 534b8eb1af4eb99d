import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { run } from "../../src/cli/ftpReport.ts";
import { FakeWorld } from "./fakeWorld.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => void vi.useRealTimers());

it("a report that got a signal waits for an input without an end no longer than those before need to wind down", async () => {
  using world = new FakeWorld("ftp-report");
  const code = run([], world);
  world.stdin.write('{"type":"download","run":"r","by":"fetch-1","server":"s","path":"/a","name":"a","bytes":1}\n');
  world.stop.abort();
  await vi.advanceTimersByTimeAsync(14_000);
  expect(world.out.text()).toBe("");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await code).toBe(0);
  expect(world.out.text()).toContain('[["a",1]]');
});
