import { zoneOffset_ms } from "./timezone.ts";

/**
 * The moment that a listed time means, in milliseconds since 1970; undefined if it can't be read. A time that clocks showed twice is
 * the first of the two; one that they skipped counts on from before the gap. A day is its first moment.
 *
 * @param modified as in `FileRecord.modified`
 * @param timezone IANA name of the zone that times without `Z` are in
 */
export function modifiedToMs(modified: string, timezone: string): number | undefined {
  const clock = readClock(modified);
  if (clock === undefined) return undefined;
  return clock.utc ? clock.shows_ms : momentOf(clock.shows_ms, timezone);
}

/**
 * Whether a file here may be the one that was listed, going by its time: they are the same when they agree as far as the listing
 * and the disk are precise. Files of this sink carry the time that `modifiedToMs` gave.
 */
export function sameTime(listed: string, timezone: string, mtime_ms: number): boolean {
  const clock = readClock(listed);
  if (clock === undefined) return false;
  const { shows_ms, utc } = clock;
  // Some network disks keep whole seconds only.
  const precision_ms = mtime_ms % 1000 === 0 ? Math.max(clock.precision_ms, 1000) : clock.precision_ms;
  const agrees = (here_ms: number) => Math.floor(here_ms / precision_ms) === Math.floor(shows_ms / precision_ms);
  if (utc) return agrees(mtime_ms);
  // Second look: a time that the clocks skipped never comes back from the moment that it was taken for.
  return agrees(mtime_ms + zoneOffset_ms(timezone, mtime_ms)) || momentOf(shows_ms, timezone) === mtime_ms;
}

/** A time as a clock and a calendar show it. */
interface Clock {
  /** As if it were UTC. */
  readonly shows_ms: number;
  readonly precision_ms: number;
  readonly utc: boolean;
}

function readClock(text: string): Clock | undefined {
  const match = CLOCK.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  const date_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const time_s = Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0);
  // 31 February, and the year 0 of servers that do not know.
  if (Number(year) < FIRST_YEAR || new Date(date_ms).getUTCDate() !== Number(day)) return undefined;
  const shows_ms = date_ms + time_s * 1000 + Number((fraction ?? "0").slice(0, 3).padEnd(3, "0"));
  return { shows_ms, precision_ms: precision(hour, second, fraction), utc: zone === "Z" };
}

const CLOCK =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d|60)(?:\.(\d{1,9}))?)?)?(Z?)$/;

/** `Date.UTC` takes the years before for 1900 to 1999. */
const FIRST_YEAR = 100;

function precision(hour: string | undefined, second: string | undefined, fraction: string | undefined): number {
  if (hour === undefined) return DAY_ms;
  if (second === undefined) return 60_000;
  return fraction === undefined ? 1000 : 10 ** (3 - Math.min(fraction.length, 3));
}

const DAY_ms = 86_400_000;

function momentOf(shows_ms: number, timezone: string): number {
  const before_ms = zoneOffset_ms(timezone, shows_ms - DAY_ms);
  const after_ms = zoneOffset_ms(timezone, shows_ms + DAY_ms);
  const first_ms = shows_ms - before_ms;
  if (before_ms === after_ms || zoneOffset_ms(timezone, first_ms) === before_ms) return first_ms;
  const second_ms = shows_ms - after_ms;
  return zoneOffset_ms(timezone, second_ms) === after_ms ? second_ms : first_ms;
}
