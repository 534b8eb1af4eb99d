/** Digits as a number of bytes; null when they are none, or too many to be counted exactly. */
export function exactSize(digits: string): number | null {
  const size = DIGITS.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(size) ? size : null;
}

const DIGITS = /^\d+$/;
