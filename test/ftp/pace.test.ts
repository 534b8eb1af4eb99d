import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Pace } from "../../src/ftp/pace.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** 100 bytes a second over 10 seconds; what comes is in the test's hands. */
function paced(min_rate = 100) {
  const came = { bytes: 0 };
  const tooSlow = vi.fn();
  const pace = new Pace({ min_rate, timeout_ms: 10_000 }, () => came.bytes, tooSlow);
  pace.start();
  /** Bytes that come within some seconds. */
  const pass = (seconds: number, bytes: number) => {
    came.bytes += bytes;
    vi.advanceTimersByTime(seconds * 1000);
  };
  return { pace, pass, tooSlow };
}

/** What the deadlines' clock may be behind. */
const SLACK_S = 0.3;

describe("the pace of data", () => {
  it("is too slow when less came over the whole time", () => {
    const { pass, tooSlow } = paced();
    pass(9.9, 999);
    expect(tooSlow).not.toHaveBeenCalled();
    pass(SLACK_S, 0);
    expect(tooSlow).toHaveBeenCalledOnce();
    expect(tooSlow.mock.calls[0]?.[0]).toMatchObject({
      code: "timeout",
      message: "slower than 100 bytes/s over 10 s (min_rate)",
    });
    pass(60, 0);
    expect(tooSlow).toHaveBeenCalledOnce();
  });

  it("is judged anew each time, whatever came before", () => {
    const { pass, tooSlow } = paced();
    for (let n = 0; n < 5; n++) pass(10 + SLACK_S, 1_000_000);
    expect(tooSlow).not.toHaveBeenCalled();
    pass(10 + SLACK_S, 10);
    expect(tooSlow).toHaveBeenCalledOnce();
  });

  it("has all its time while we don't read", () => {
    const { pace, pass, tooSlow } = paced();
    pass(5, 500);
    pace.hold();
    pass(60, 0);
    pace.goOn();
    pass(4, 500);
    pass(10, 0);
    expect(tooSlow).not.toHaveBeenCalled();
    pass(60, 0);
    expect(tooSlow).toHaveBeenCalledOnce();
  });

  it("is judged also when each piece is held for a while", () => {
    const { pace, pass, tooSlow } = paced();
    const pieces = (count: number, bytes: number) => {
      for (let n = 0; n < count; n++) {
        pass(0.1, bytes);
        pace.hold();
        pass(0.1, 0);
        pace.goOn();
      }
    };
    // Half of 60 seconds is read: 110 bytes a second, then 50.
    pieces(300, 11);
    expect(tooSlow).not.toHaveBeenCalled();
    pieces(300, 5);
    expect(tooSlow).toHaveBeenCalledOnce();
  });

  it("does not matter after the end, or without a rate", () => {
    const ended = paced();
    ended.pace.stop();
    ended.pass(60, 0);
    expect(ended.tooSlow).not.toHaveBeenCalled();
    const any = paced(0);
    any.pass(60, 0);
    expect(any.tooSlow).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});
