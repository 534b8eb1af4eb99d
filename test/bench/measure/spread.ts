/** What a number was in many rounds. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** Throws where there is no value. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? Number.NaN;
  if (sorted.length === 0) throw new Error("nothing was measured");
  const half = (sorted.length - 1) / 2;
  return { median: (at(Math.floor(half)) + at(Math.ceil(half))) / 2, least: at(0), most: at(sorted.length - 1) };
}

/** As `9.50 (9.31–9.82)`. */
export function spreadText({ median, least, most }: Spread, digits = 2): string {
  return `${median.toFixed(digits)} (${least.toFixed(digits)}–${most.toFixed(digits)})`;
}

/** As `0.62`; nothing where there is nothing to compare with. */
export function ratioText(value: number, base: number | undefined): string {
  return base === undefined ? "" : (value / base).toFixed(2);
}
