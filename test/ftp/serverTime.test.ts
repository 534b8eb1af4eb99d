import { expect, it, vi } from "vitest";
import { ServerTime } from "../../src/ftp/serverTime.ts";

it("runs from the first work on, and says what has taken too long; not when the work is over", () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const expire = vi.fn();
    const [time, other] = [new ServerTime(), new ServerTime()];
    time.begin(60_000, expire);
    other.begin(60_000, expire);
    vi.advanceTimersByTime(59_000);
    time.begin(60_000, expire);
    other.end();
    expect(expire).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    time.begin(60_000, expire);
    vi.advanceTimersByTime(600_000);
    expect(expire.mock.calls).toEqual([
      [
        expect.objectContaining({
          code: "timeout",
          retry: false,
          message: "all work on this server took longer than `server_timeout` (60 s)",
        }),
      ],
    ]);
  } finally {
    vi.useRealTimers();
  }
});
