/** A date without a zone, as a listing's line has it. */
export interface ListedDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** `2026-11-24`, or undefined when the calendar has no such day. */
export function isoDate(date: ListedDate): string | undefined {
  return isDay(date)
    ? `${String(date.year).padStart(4, "0")}-${twoDigits(date.month)}-${twoDigits(date.day)}`
    : undefined;
}

/** Whether the calendar has the day. Counted here: a `Date` for each line of a listing takes longer than the rest of its time. */
export function isDay({ year, month, day }: ListedDate): boolean {
  return day >= 1 && day <= (month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** `01:38`, or undefined when a clock never shows it. */
export function isoTime(hour: number, minute: number): string | undefined {
  return hour < 24 && minute < 60 ? `${twoDigits(hour)}:${twoDigits(minute)}` : undefined;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}
