import { describe, expect, it } from "vitest";
import { ClockSense } from "../../../src/stages/fetch/clockSense.ts";
import { isExact, judge, sameVersion, type Version, versionText } from "../../../src/stages/fetch/version.ts";

const AT = "2026-01-02T03:04:05Z";
const LATER = "2026-01-02T03:04:06Z";

const v = (size: number | null, modified: string | null = AT): Version => ({ size, modified });

describe("bytes that came are", () => {
  it.each<[string, Version, number, Version | undefined, string]>([
    ["taken: the version of before", v(3), 3, v(3), "taken"],
    ["taken: the listing lied on the size only", v(9), 3, v(3), "taken"],
    ["taken: no size was listed", v(null), 3, v(3), "taken"],
    ["taken: as expected, and the server says nothing", v(3), 3, undefined, "taken"],
    ["taken: as expected, and the server knows no size", v(3), 3, v(null, null), "taken"],
    ["taken: no times, and the size is that of before", v(3, null), 3, v(3, null), "taken"],
    ["fetched again: another time", v(3), 3, v(3, LATER), "again"],
    ["fetched again: another time, the server knows no size", v(3), 3, v(null, LATER), "again"],
    ["fetched again: another time, and no size was listed", v(null), 3, v(3, LATER), "again"],
    ["fetched again: another size and time, which is what came", v(9), 3, v(3, LATER), "again"],
    ["fetched again: the size agrees with what came only", v(9, null), 3, v(3, null), "again"],
    ["fetched again: minutes are too coarse to tell", v(9, "2026-01-02T03:04"), 3, v(3), "again"],
    ["fetched again: another size by now", v(3), 3, v(4), "again"],
    ["wrong: nothing changed", v(9), 3, v(9), "wrong"],
    ["wrong: nothing changed, as far as sizes say", v(9, null), 3, v(9, null), "wrong"],
    ["wrong: not as expected, and the server says nothing", v(9), 3, undefined, "wrong"],
    ["wrong: not as expected, and the server knows no size", v(9), 3, v(null), "wrong"],
  ])("%s", (_, before, came, after, verdict) => {
    expect(judge({ before, saidBy: "listing", came, resumed: false, after })).toBe(verdict);
  });

  it("is another version where the server says another size than before, of the same second", () => {
    const arrival = { before: v(9), came: 3, resumed: false, after: v(3) };
    expect(judge({ ...arrival, saidBy: "server" })).toBe("again");
    expect(judge({ ...arrival, saidBy: "listing" })).toBe("taken");
  });

  it.each<[string, Version, number, Version | undefined, string]>([
    ["taken: exactly the version of before", v(9), 9, v(9), "taken"],
    ["fetched again: another time", v(9), 9, v(9, LATER), "again"],
    ["fetched again: another size", v(9), 8, v(8), "again"],
    ["fetched again: the server says nothing", v(9), 9, undefined, "again"],
    ["fetched again: the server tells no time", v(9), 9, v(9, null), "again"],
    ["wrong: nothing changed", v(9), 8, v(9), "wrong"],
  ])("after a resume, %s", (_, before, came, after, verdict) => {
    expect(judge({ before, saidBy: "server", came, resumed: true, after })).toBe(verdict);
  });
});

describe("a version", () => {
  it.each([
    [v(3), true],
    [v(3, "2026-01-02T03:04:05.123Z"), true],
    [v(null), false],
    [v(3, null), false],
    [v(3, "2026-01-02T03:04:05"), false],
    [v(3, "2026-01-02T03:04Z"), false],
    [v(3, "2026-01-02"), false],
    [v(3, "2026-00-00T00:00:00Z"), false],
  ])("%j is exact: %s", (version, exact) => {
    expect(isExact(version)).toBe(exact);
    expect(versionText(version, "/a") !== undefined).toBe(exact);
  });

  it("is the same with and without the fraction of a second", () => {
    const fine = v(3, "2026-01-02T03:04:05.123Z");
    expect(sameVersion(fine, v(3))).toBe(true);
    expect(versionText(fine, "/a")).toBe(versionText(v(3), "/a"));
    expect(sameVersion(v(3), v(3, LATER))).toBe(false);
    expect(sameVersion(v(3), v(4))).toBe(false);
  });
});

describe("a server's clock tells changes", () => {
  it("until its times are a zone apart for a file that did not change", () => {
    const clock = new ClockSense();
    clock.learn(v(3), v(3, LATER), "taken");
    expect(clock.tellsChanges).toBe(true);
    clock.learn(v(3), v(3, "2026-01-02T05:34:05Z"), "again");
    expect(clock.tellsChanges).toBe(true);
    clock.learn(v(3), v(3, "2026-01-02T05:34:05Z"), "taken");
    expect(clock.tellsChanges).toBe(false);
  });

  it("for good when listing and MDTM once agreed", () => {
    const clock = new ClockSense();
    clock.learn(v(3), v(3), "taken");
    clock.learn(v(3), v(3, "2026-01-02T05:34:05Z"), "taken");
    expect(clock.tellsChanges).toBe(true);
  });
});
