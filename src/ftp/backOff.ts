/** No wait between two tries is longer than this. */
const MAX_DELAY_MS = 60_000;

/** Enough to get from a millisecond to that; the thousandth power of two is no number to go on with. */
const MAX_DOUBLINGS = 16;

/**
 * How long to wait after the so-manyth failed try, from 1: twice as long each time, of that between half and the whole by chance, so that
 * many who failed at the same moment don't come back at the same moment. `random` is from 0 to 1.
 */
export function backOff(delay_ms: number, attempt: number, random: () => number = Math.random): number {
  const whole_ms = Math.min(delay_ms * 2 ** Math.min(attempt - 1, MAX_DOUBLINGS), MAX_DELAY_MS);
  return (whole_ms * (1 + random())) / 2;
}
