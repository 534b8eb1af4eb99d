/** A date without a zone, as a listing's line has it. */
export interface ListedDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** `2026-11-24`, or undefined when the calendar has no such day. */
export function isoDate({ year, month, day }: ListedDate): string | undefined {
  const probe = new Date(0);
  probe.setUTCFullYear(year, month - 1, day);
  const real = probe.getUTCMonth() === month - 1 && probe.getUTCDate() === day;
  return real ? `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** `01:38`, or undefined when a clock never shows it. */
export function isoTime(hour: number, minute: number): string | undefined {
  return hour < 24 && minute < 60 ? `${twoDigits(hour)}:${twoDigits(minute)}` : undefined;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
