import { describe, expect, it } from "vitest";
import { Climb } from "../../src/ftp/climb.ts";

/** What a server and the way to it give, with so many sessions. */
type Rate = (sessions: number) => number;

const SPAN_MS = 1_000;

/** A number from 0 to 1 that comes from a seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers that were wanted, one a span. */
function climbed(climb: Climb, rate: Rate, spans: number, noise = 0, seed = 1, begin_ms = 0): number[] {
  const chance = chances(seed);
  return Array.from({ length: spans }, (_, span) => {
    const wanted = climb.wanted;
    climb.see({ at_ms: begin_ms + span * SPAN_MS, rate: rate(wanted) * (1 + noise * (2 * chance() - 1)), others: 0 });
    return wanted;
  });
}

/** The number that it comes to in 15 spans. */
function cameTo(rate: Rate, most = 20): number {
  const climb = new Climb(() => most);
  climbed(climb, rate, 15);
  return climb.wanted;
}

const capEach: Rate = (n) => 5 * n;
const capLink =
  (sessions: number): Rate =>
  (n) =>
    5 * Math.min(n, sessions);
/** The disk of the server seeks between them. */
const slowsDown: Rate = (n) => 100 / (1 + 0.3 * (n - 1)) + n;
/** A round trip for each file, and the server's CPU at the end. */
const latency: Rate = (n) => 1 / Math.max(0.09 / n, 0.004);

describe("a climb", () => {
  it.each<[string, Rate, number, number]>([
    ["each connection is capped: to the ceiling", capEach, 20, 20],
    ["each connection is capped and the ceiling is low: to that", capEach, 7, 7],
    ["there may be one", capEach, 1, 1],
    ["the link is full with 1: down to 2", capLink(1), 20, 2],
    ["the link is full with 4: no further", capLink(4), 20, 4],
    ["the link is full with 6: to that", capLink(6), 20, 6],
    ["the link is full with 12: to the step where it is", capLink(12), 20, 14],
    ["the server slows down with each: down", slowsDown, 20, 2],
    ["files are small and far: to where the server is busy", latency, 20, 20],
    ["nothing comes: down", () => 0, 20, 2],
  ])("where %s", (_, rate, most, sessions) => expect(cameTo(rate, most)).toBe(sessions));

  it("goes by steps, one span each, and a step back where one does not help", () => {
    const climb = new Climb(() => 20);
    expect(climbed(climb, capLink(9), 6)).toEqual([4, 6, 9, 14, 9, 9]);
  });

  it("looks again after a while, and then more and more seldom", () => {
    const climb = new Climb(() => 20);
    const wanted = climbed(climb, capLink(4), 1_000);
    const looks = wanted.flatMap((sessions, span) => (sessions === 6 ? [span] : []));
    expect(looks.length).toBeLessThan(10);
    expect(looks.slice(0, 4).map((span, index) => span - (looks[index - 1] ?? 0))).toEqual([1, 42, 82, 162]);
  });

  it("finds out that more is worth it now, and that less is", () => {
    const climb = new Climb(() => 20);
    climbed(climb, capLink(4), 60);
    expect(climb.wanted).toBe(4);
    climbed(climb, capEach, 120, 0, 1, 60 * SPAN_MS);
    expect(climb.wanted).toBe(20);
    climbed(climb, capLink(2), 15, 0, 1, 180 * SPAN_MS);
    expect(climb.wanted).toBe(2);
  });

  it("stays where it is when the rate falls and fewer would be slower still", () => {
    const climb = new Climb(() => 20);
    climbed(climb, capEach, 15);
    climbed(climb, (n) => n, 20, 0, 1, 15 * SPAN_MS);
    expect(climb.wanted).toBe(20);
  });

  it("is bound at once by what the server takes, until it looks again", () => {
    let most = 20;
    const climb = new Climb(() => most);
    climbed(climb, capEach, 3);
    expect(climb.wanted).toBe(14);
    most = 10;
    climb.bound(10, 3 * SPAN_MS);
    expect(climb.wanted).toBe(10);
    climbed(climb, capEach, 30, 0, 1, 3 * SPAN_MS);
    expect(climb.wanted).toBe(10);
    most = 11;
    climbed(climb, capEach, 600, 0, 1, 33 * SPAN_MS);
    expect(climb.wanted).toBe(11);
  });

  it("gives back what it only takes from others on the same link", () => {
    const climbs = Array.from({ length: 30 }, () => new Climb(() => 20));
    const chance = chances(1);
    for (let now_ms = 0; now_ms < 600 * SPAN_MS; now_ms += SPAN_MS / 10) {
      // each at a time of its own
      const climb = climbs[Math.floor(chance() * climbs.length)];
      const all = climbs.reduce((sum, { wanted }) => sum + wanted, 0);
      const rate = (1_000 * (climb?.wanted ?? 0)) / all;
      climb?.see({ at_ms: now_ms, rate, others: 1_000 - rate });
    }
    const wanted = climbs.map((climb) => climb.wanted);
    expect(Math.max(...wanted)).toBeLessThanOrEqual(6);
    expect(wanted.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4 * 30);
  });

  describe("through noise of 10 %", () => {
    const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
    const ends = (rate: Rate) =>
      SEEDS.map((seed) => {
        const climb = new Climb(() => 20);
        climbed(climb, rate, 15, 0.1, seed);
        return climb.wanted;
      }).toSorted((a, b) => a - b);

    it("comes to the ceiling where each connection is capped", () => {
      expect(ends(capEach).filter((sessions) => sessions === 20).length).toBeGreaterThan(190);
    });

    it("does not wander up where more bring nothing", () => {
      const all = ends(capLink(4));
      expect(all[all.length / 2]).toBeLessThanOrEqual(4);
      expect(all.filter((sessions) => sessions > 6).length).toBeLessThan(10);
    });

    it("does not give up what helps", () => {
      expect(ends(capLink(9)).filter((sessions) => sessions >= 9).length).toBeGreaterThan(180);
    });
  });
});
