import { isoDate, isoTime } from "./calendar.ts";

/** `YYYYMMDDHHMMSS[.sss]`, always UTC (RFC 3659 §2.3), as `FileRecord.modified`; null when there is no such time. Fractions are cut to milliseconds. */
export function utcTime(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const date = isoDate({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
  const time = isoTime(hour ?? 24, minute ?? 60);
  if (date === undefined || time === undefined || second === undefined || second > LEAP_SECOND) return null;
  const fraction = match[7] === undefined ? "" : `.${match[7].slice(0, 3).padEnd(3, "0")}`;
  return `${date}T${time}:${String(Math.min(second, 59)).padStart(2, "0")}${fraction}Z`;
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?$/;
/** RFC 3659 §2.3 allows for it; ISO times that `Date` reads do not, so it becomes second 59. */
const LEAP_SECOND = 60;
