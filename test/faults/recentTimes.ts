const DAY_ms = 86_400_000;

/** The day after those of schedules. */
const FIRST_ms = Date.UTC(2026, 0, 4);

/** Today, as this process began. */
const SHIFT_ms = Math.floor(Date.now() / DAY_ms) * DAY_ms - FIRST_ms;

/** A time of a schedule (`YYYYMMDDhhmmss`), moved by whole days into the last ones: listings tell minutes of young files only. */
export function recentTime(modified: string): string {
  const iso = modified.replace(/^(....)(..)(..)(..)(..)(..)$/, "$1-$2-$3T$4:$5:$6Z");
  return new Date(Date.parse(iso) + SHIFT_ms).toISOString().replace(/\D/g, "").slice(0, modified.length);
}
