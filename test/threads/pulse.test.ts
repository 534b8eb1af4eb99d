import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { PONG_MAX_ms, Pulse } from "../../src/threads/pulse.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const ping = vi.fn();
  const onStuck = vi.fn();
  return { ping, onStuck, pulse: new Pulse(ping, onStuck) };
}

it("asks once, however often it is told to watch, and says when no answer comes", () => {
  const { ping, onStuck, pulse } = watched();
  pulse.watch();
  pulse.watch();
  expect(ping).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(PONG_MAX_ms - 1);
  expect(onStuck).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2);
  expect(onStuck).toHaveBeenCalledTimes(1);
});

it("asks again after an answer, and notices who is stuck later", () => {
  const { ping, onStuck, pulse } = watched();
  pulse.watch();
  pulse.beat();
  vi.advanceTimersByTime(PONG_MAX_ms);
  expect(ping).toHaveBeenCalledTimes(2);
  expect(onStuck).not.toHaveBeenCalled();
  vi.advanceTimersByTime(PONG_MAX_ms + 1);
  expect(onStuck).toHaveBeenCalledTimes(1);
});

it("hears an answer that lay there already, where it was this thread that had no time", () => {
  const { onStuck, pulse } = watched();
  pulse.watch();
  vi.advanceTimersToNextTimer();
  pulse.beat();
  vi.advanceTimersByTime(1);
  expect(onStuck).not.toHaveBeenCalled();
});

it("asks no more when there is nothing to stop, nor for an answer that comes late", () => {
  const { ping, onStuck, pulse } = watched();
  pulse.watch();
  pulse.end();
  pulse.beat();
  vi.advanceTimersByTime(3 * PONG_MAX_ms);
  expect(ping).toHaveBeenCalledTimes(1);
  expect(onStuck).not.toHaveBeenCalled();
});
