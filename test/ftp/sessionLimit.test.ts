import { describe, expect, it, vi } from "vitest";
import { AutoShare } from "../../src/ftp/autoShare.ts";
import { SessionLimit, type SessionSettings } from "../../src/ftp/sessionLimit.ts";

const MANY_BYTES = 100_000_000;

/** Of a server all of whose sessions are at work. */
function limitOf(settings: SessionSettings, share = new AutoShare()) {
  const changes: number[] = [];
  const limit: SessionLimit = new SessionLimit(settings, share, {
    standing: () => ({ lent: changes.at(-1) ?? 4, opening: 0 }),
    onChanged: () => void changes.push(limit.most),
  });
  return { limit, changes };
}

/** Files come, a second apart, each for a session that somebody waits for, until the number that is worth it has changed so often. */
function work({ limit, changes }: ReturnType<typeof limitOf>, times: number): void {
  let now_ms = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now_ms);
  for (let file = 0; file < 100 && changes.length < times; file++) {
    now_ms += 1_000;
    limit.counter?.(limit.most * MANY_BYTES);
    limit.done(1);
  }
  clock.mockRestore();
}

describe("a fixed number of sessions", () => {
  it("is what the settings say, and nobody counts bytes", () => {
    const { limit } = limitOf({ connections: 5, connections_auto: false });
    expect([limit.most, limit.found, limit.counter, limit.isEnough(9)]).toEqual([5, undefined, undefined, false]);
  });

  it("is lower where the server refuses one, until it takes more", () => {
    const { limit } = limitOf({ connections: 5, connections_auto: false });
    limit.refused(2);
    expect(limit.most).toBe(2);
    limit.adapt({ connections: 8, connections_auto: false });
    expect(limit.most).toBe(2);
    limit.accepted(3);
    expect(limit.most).toBe(3);
  });
});

describe("a number of sessions that is found", () => {
  const AUTO = { connections: 20, connections_auto: true };

  it("begins with four, and changes with what comes", () => {
    const found = limitOf(AUTO);
    expect([found.limit.most, found.limit.found, found.limit.isEnough(3), found.limit.isEnough(4)]).toEqual([
      4,
      4,
      false,
      true,
    ]);
    work(found, 2);
    expect(found.changes).toEqual([6, 9]);
    expect(found.limit.found).toBe(9);
  });

  it("is no more than the server takes", () => {
    const { limit } = limitOf(AUTO);
    limit.refused(2);
    expect([limit.most, limit.found]).toEqual([2, 2]);
  });

  it("gives back what it has of the spare ones when it ends, or is fixed from now on", () => {
    for (const end of [
      (limit: SessionLimit) => limit.end(),
      (limit: SessionLimit) => limit.adapt({ connections: 5, connections_auto: false }),
    ]) {
      const share = new AutoShare(8);
      const found = limitOf(AUTO, share);
      work(found, 2);
      expect(share.spare).toBeLessThan(8);
      end(found.limit);
      expect(share.spare).toBe(8);
    }
  });
});
