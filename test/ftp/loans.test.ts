import { expect, it, vi } from "vitest";
import { Loans } from "../../src/ftp/loans.ts";
import { Fault } from "../../src/records/fault.ts";
import { sessionOn } from "./sessionOn.ts";

const NEVER = new AbortController().signal;
const SILENT = { heard: false };
const TIMEOUT = { timeout_ms: 1_000 };

it("a session is given back once, and lent no more when that is told", async () => {
  await using ftp = await sessionOn({});
  const told: number[] = [];
  const loans: Loans = new Loans(TIMEOUT, () => void told.push(loans.size));
  const back = loans.lend(ftp.session, SILENT, NEVER);
  expect([loans.size, loans.living]).toEqual([1, 1]);
  back();
  loans.lend(ftp.session, SILENT, NEVER);
  back();
  expect([told, loans.size]).toEqual([[0], 1]);
});

it("a session is closed when its work is abandoned, and counts as lent until it is given back", async () => {
  await using ftp = await sessionOn({});
  const loans = new Loans(TIMEOUT, () => {});
  const stop = new AbortController();
  const back = loans.lend(ftp.session, SILENT, stop.signal);
  stop.abort();
  expect([ftp.session.usable, loans.size, loans.living]).toEqual([false, 1, 0]);
  back();
  expect(loans.size).toBe(0);
});

it("a session that was given back is no business of the work's any more", async () => {
  await using ftp = await sessionOn({});
  const loans = new Loans(TIMEOUT, () => {});
  const stop = new AbortController();
  loans.lend(ftp.session, SILENT, stop.signal)();
  stop.abort();
  expect(ftp.session.usable).toBe(true);
});

it("some get on when they are heard of and have had twice the longest silence", async () => {
  await using ftp = await sessionOn({});
  const now_ms = performance.now();
  const clock = vi.spyOn(performance, "now").mockReturnValue(now_ms);
  const work = { heard: false };
  const loans = new Loans(TIMEOUT, () => {});
  loans.lend(ftp.session, work, NEVER);
  clock.mockReturnValue(now_ms + 2_000);
  const unheard = loans.someGetOn;
  work.heard = true;
  const heard = loans.someGetOn;
  clock.mockReturnValue(now_ms + 1_999);
  const early = loans.someGetOn;
  clock.mockRestore();
  expect([unheard, heard, early]).toEqual([false, true, false]);
});

it("they are looked at when they have had that time, once however often that is asked for", () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  try {
    const look = vi.fn();
    const loans = new Loans(TIMEOUT, () => {});
    loans.later(look);
    loans.later(look);
    vi.advanceTimersByTime(1_999);
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10);
    expect(look).toHaveBeenCalledTimes(1);
    loans.later(look);
    vi.advanceTimersByTime(2_010);
    expect(look).toHaveBeenCalledTimes(2);
  } finally {
    vi.useRealTimers();
  }
});

it("all of them end with one reason", async () => {
  await using ftp = await sessionOn({ on: { PWD: (session) => session.gone() } });
  const loans = new Loans(TIMEOUT, () => {});
  loans.lend(ftp.session, SILENT, NEVER);
  const asking = ftp.session.where();
  const reason = new Fault("timeout", "all of it took too long");
  loans.close(reason);
  await expect(asking).rejects.toBe(reason);
  expect(loans.size).toBe(0);
});
