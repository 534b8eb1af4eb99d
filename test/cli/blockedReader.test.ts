import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { leaveBlockedReader } from "../../src/cli/blockedReader.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval"] }));
afterEach(() => void vi.useRealTimers());

function stage() {
  const stdout = new PassThrough({ highWaterMark: 10, readableHighWaterMark: 10 });
  const stop = new AbortController();
  const end = vi.fn();
  leaveBlockedReader(stdout, stop.signal, end);
  return { stdout, stop, end };
}

it("a reader that takes nothing after a signal keeps no process from its end", () => {
  const { stdout, stop, end } = stage();
  stdout.write("x".repeat(20));
  stdout.write("x".repeat(20));
  vi.advanceTimersByTime(60_000);
  expect(end).not.toHaveBeenCalled();
  stop.abort();
  vi.advanceTimersByTime(30_000);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30_000);
  expect(end).toHaveBeenCalledOnce();
});

it("a reader that is only slow is waited for", () => {
  const { stdout, stop, end } = stage();
  stop.abort();
  for (let chunk = 0; chunk < 10; chunk++) stdout.write("x".repeat(20));
  for (let taken = 0; taken < 5; taken++) {
    vi.advanceTimersByTime(30_000);
    expect(stdout.read(20)).toHaveLength(20);
  }
  expect(stdout.writableLength).toBeGreaterThan(0);
  expect(end).not.toHaveBeenCalled();
});
