import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { deadline } from "../../src/ftp/deadline.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a deadline", () => {
  it("expires once, not before its time and soon after it", () => {
    const expire = vi.fn();
    deadline(1_000, expire);
    vi.advanceTimersByTime(999);
    expect(expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(201);
    expect(expire).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10_000);
    expect(expire).toHaveBeenCalledOnce();
  });

  it("is not early when it begins just before a look at the clock", () => {
    const keep = deadline(60_000, () => {});
    vi.advanceTimersByTime(199);
    const expire = vi.fn();
    deadline(150, expire);
    vi.advanceTimersByTime(149);
    expect(expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(expire).toHaveBeenCalledOnce();
    keep.clear();
  });

  it("is granted anew by every touch, and never expires once it is cleared", () => {
    const expire = vi.fn();
    const wait = deadline(500, expire);
    for (let n = 0; n < 10; n++) {
      vi.advanceTimersByTime(400);
      wait.touch();
    }
    expect(expire).not.toHaveBeenCalled();
    wait.clear();
    vi.advanceTimersByTime(10_000);
    expect(expire).not.toHaveBeenCalled();
  });

  it("does not count time in which this process did not run", () => {
    const expire = vi.fn();
    deadline(1_000, expire);
    const real = performance.now.bind(performance);
    const blocked = vi.spyOn(performance, "now").mockImplementation(() => real() + 60_000);
    vi.advanceTimersByTime(100);
    expect(expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    expect(expire).toHaveBeenCalledOnce();
    blocked.mockRestore();
  });

  it("leaves no timer when none waits any more", () => {
    const waits = [deadline(100, () => {}), deadline(1_000, () => {})];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(500);
    expect(vi.getTimerCount()).toBe(1);
    waits[1]?.clear();
    expect(vi.getTimerCount()).toBe(0);
  });
});
