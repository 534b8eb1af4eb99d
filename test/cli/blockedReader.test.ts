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
  vi.advanceTimersByTime(5_000);
  expect(end).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(end).toHaveBeenCalledOnce();
});

it("a reader that is only slow is waited for", () => {
  const { stdout, stop, end } = stage();
  stop.abort();
  for (let n = 1; n < 10; n++) {
    stdout.write("x".repeat(n));
    vi.advanceTimersByTime(5_000);
  }
  expect(stdout.writableLength).toBeGreaterThan(0);
  expect(end).not.toHaveBeenCalled();
});
