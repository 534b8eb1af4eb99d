import { describe, expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { modifiedToMs, sameTime } from "../../src/sink/modified.ts";

const utc = (text: string) => Date.parse(text);

describe("the moment of a listed time", () => {
  it.each([
    ["UTC whatever the zone", "2026-11-24T01:38:15Z", "Asia/Tokyo", "2026-11-24T01:38:15Z"],
    ["milliseconds", "2026-11-24T01:38:15.123Z", "UTC", "2026-11-24T01:38:15.123Z"],
    ["a tenth of a second", "2026-11-24T01:38:15.1Z", "UTC", "2026-11-24T01:38:15.100Z"],
    ["nanoseconds, cut", "2026-11-24T01:38:15.123999999Z", "UTC", "2026-11-24T01:38:15.123Z"],
    ["no zone, in UTC", "2026-11-24T01:38", "UTC", "2026-11-24T01:38:00Z"],
    ["no zone, in winter", "2026-11-24T01:38", "Europe/Berlin", "2026-11-24T00:38:00Z"],
    ["no zone, in summer", "2026-07-24T01:38:07", "Europe/Berlin", "2026-07-23T23:38:07Z"],
    ["a day is its beginning", "2026-11-24", "Asia/Kolkata", "2026-11-23T18:30:00Z"],
    ["west of Greenwich", "2026-11-24T20:00", "America/St_Johns", "2026-11-24T23:30:00Z"],
    ["an hour that was skipped goes on from before", "2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["the minute before the gap", "2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00Z"],
    ["the minute after the gap", "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["an hour that came twice is the first", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["the minute before the overlap", "2026-10-25T01:59", "Europe/Berlin", "2026-10-24T23:59:00Z"],
    ["the minute after the overlap", "2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00Z"],
    ["the same west of Greenwich, twice", "2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00Z"],
    ["the same west of Greenwich, skipped", "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00Z"],
    ["half an hour of summer time", "2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z"],
    ["a day whose midnight was skipped", "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["a day that was skipped", "2011-12-30T12:00", "Pacific/Apia", "2011-12-30T22:00:00Z"],
    ["before 1970", "1965-01-01T00:00", "UTC", "1965-01-01T00:00:00Z"],
    ["an offset with seconds", "1971-01-01T00:00:00", "Africa/Monrovia", "1971-01-01T00:44:30Z"],
    ["29 February", "2028-02-29", "UTC", "2028-02-29T00:00:00Z"],
    ["a leap second", "2016-12-31T23:59:60Z", "UTC", "2017-01-01T00:00:00Z"],
  ])("%s", (_, modified, timezone, moment) => {
    expect(new Date(modifiedToMs(modified, timezone) ?? Number.NaN).toISOString()).toBe(new Date(moment).toISOString());
  });

  it.each([
    "",
    "yesterday",
    "2026-13-01",
    "2026-02-29",
    "2026-00-00",
    "0000-01-01",
    "2026-11-24T24:00",
    "2026-11-24T01",
    "2026-11-24 01:38",
    "2026-11-24T01:38:15+01:00",
    "2026-11-24T01:38:15.Z",
    "2026-11-24\n",
  ])("%j can't be read", (text) => {
    expect(modifiedToMs(text, "UTC")).toBeUndefined();
    expect(sameTime(text, "UTC", 0)).toBe(false);
  });

  it("needs a zone that exists", () => {
    expect(() => modifiedToMs("2026-11-24", "Mars/Olympus")).toThrow(Fault);
    expect(() => modifiedToMs("2026-11-24", "Mars/Olympus")).toThrow(/Mars\/Olympus/);
  });
});

describe("two times are the same", () => {
  it.each([
    ["to the day", "2026-11-24", "Europe/Berlin", "2026-11-24T22:59:59.999Z", true],
    ["to the day, but the next one", "2026-11-24", "Europe/Berlin", "2026-11-24T23:00:00Z", false],
    ["to the day, but the one before", "2026-11-24", "Europe/Berlin", "2026-11-23T22:59:59.999Z", false],
    ["to the minute", "2026-11-24T01:38", "Asia/Kolkata", "2026-11-23T20:08:59.999Z", true],
    ["to the minute, but the next one", "2026-11-24T01:38", "Asia/Kolkata", "2026-11-23T20:09:00Z", false],
    ["to the second", "2026-11-24T01:38:15Z", "Asia/Kolkata", "2026-11-24T01:38:15.999Z", true],
    ["to the second, but the one before", "2026-11-24T01:38:15Z", "UTC", "2026-11-24T01:38:14.999Z", false],
    ["to the millisecond", "2026-11-24T01:38:15.123Z", "UTC", "2026-11-24T01:38:15.123Z", true],
    ["to the millisecond, but the next one", "2026-11-24T01:38:15.123Z", "UTC", "2026-11-24T01:38:15.124Z", false],
    ["to the second, on a disk that keeps no more", "2026-11-24T01:38:15.123Z", "UTC", "2026-11-24T01:38:15Z", true],
    ["to the second, but the next one, on such a disk", "2026-11-24T01:38:15.9Z", "UTC", "2026-11-24T01:38:16Z", false],
    ["to a tenth of a second", "2026-11-24T01:38:15.1Z", "UTC", "2026-11-24T01:38:15.199Z", true],
    ["in the first of two equal hours", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00Z", true],
    ["in the second of two equal hours", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T01:30:00Z", true],
    ["but an hour off", "2026-07-24T02:30", "Europe/Berlin", "2026-07-24T01:30:00Z", false],
    ["before 1970", "1965-01-01", "UTC", "1965-01-01T23:59:59Z", true],
  ])("%s", (_, listed, timezone, here, same) => {
    expect(sameTime(listed, timezone, utc(here))).toBe(same);
  });

  it("if a file carries the time that its listing was read as, in every zone and at every precision", () => {
    const zones = [
      "UTC",
      "Europe/Berlin",
      "America/Sao_Paulo",
      "Australia/Lord_Howe",
      "Pacific/Apia",
      "America/St_Johns",
    ];
    const lengths = [10, 16, 19, 23];
    for (const timezone of zones) {
      // An odd step, so that all hours of all days come up over the years, gaps and overlaps too.
      for (let at_ms = utc("2007-01-01"); at_ms < utc("2027-01-01"); at_ms += 5_000_017 * 7) {
        for (const length of lengths) {
          const listed = new Date(at_ms).toISOString().slice(0, length);
          const stored_ms = modifiedToMs(listed, timezone) ?? Number.NaN;
          if (!sameTime(listed, timezone, stored_ms)) throw new Error(`${listed} in ${timezone}`);
        }
      }
    }
  });
});
