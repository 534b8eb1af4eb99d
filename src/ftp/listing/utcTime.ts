import { isDay } from "./calendar.ts";

/** `YYYYMMDDHHMMSS[.sss]`, always UTC (RFC 3659 §2.3), as `FileRecord.modified`; null when there is no such time. Fractions are cut to milliseconds. */
export function utcTime(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction] = match;
  if (!isDay({ year: Number(year), month: Number(month), day: Number(day) })) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > LEAP_SECOND) return null;
  const seconds = Number(second) === LEAP_SECOND ? "59" : second;
  const ms = fraction === undefined ? "" : `.${fraction.slice(0, 3).padEnd(3, "0")}`;
  return `${year}-${month}-${day}T${hour}:${minute}:${seconds}${ms}Z`;
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?$/;
/** RFC 3659 §2.3 allows for it; ISO times that `Date` reads do not, so it becomes second 59. */
const LEAP_SECOND = 60;
