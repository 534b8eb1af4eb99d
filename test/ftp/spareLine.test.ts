import { expect, it, vi } from "vitest";
import { SpareLine } from "../../src/ftp/spareLine.ts";

const NEVER = new AbortController().signal;

it("is seen to in a moment, not at once, and once however often that is asked for", () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const serve = vi.fn();
    const line = new SpareLine<string>();
    void line.join(NEVER, { heard: false });
    line.seeToSoon(serve);
    line.seeToSoon(serve);
    expect(serve).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10);
    expect(serve).toHaveBeenCalledTimes(1);
    line.seeToSoon(serve);
    vi.advanceTimersByTime(10);
    expect(serve).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});

it("is not seen to where nobody waits", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const serve = vi.fn();
    const line = new SpareLine<string>();
    line.seeToSoon(serve);
    expect(vi.getTimerCount()).toBe(0);
    const waiting = line.join(NEVER, { heard: false });
    line.seeToSoon(serve);
    expect(vi.getTimerCount()).toBe(1);
    line.next()?.resolve("a session");
    expect(await waiting).toBe("a session");
  } finally {
    vi.useRealTimers();
  }
});
