import type { WireName } from "../ftp/names.ts";

/** A file as a listing has it. */
export interface ListedFile {
  readonly path: WireName;
  /** Bytes. */
  readonly size: number;
}

/** The files to measure with. */
export interface Sample {
  /** Up to `SMALL_BYTES`, of all sizes that there are. */
  readonly small: readonly ListedFile[];
  /** Some of the others, the largest first. */
  readonly large: readonly ListedFile[];
}

/** Of these most of the time goes into round trips, of larger ones into bytes. */
export const SMALL_BYTES = 256 * 1024;

/** Enough to be what the server's files are like. */
const MOST_SMALL = 200;

/** Some, so that not all connections read the same one. */
const MOST_LARGE = 8;

/** Chooses them among those that were found. */
export function sampleOf(files: readonly ListedFile[]): Sample {
  const bySize = files.toSorted((one, other) => one.size - other.size);
  const small = bySize.filter(({ size }) => size <= SMALL_BYTES);
  const large = bySize.filter(({ size }) => size > SMALL_BYTES);
  return { small: shuffled(evenly(small, MOST_SMALL)), large: large.slice(-MOST_LARGE).toReversed() };
}

export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

/** So many of them at most, at equal distances. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, index) => all[Math.floor((index * all.length) / most)]).filter(
    (item) => item !== undefined,
  );
}

/** Coprime to every number that is not a multiple of it. */
const STRIDE = 97;

/** In an order in which every stretch has small and large ones, always the same: no step shall have other files than the next. */
function shuffled<T>(all: readonly T[]): T[] {
  if (all.length % STRIDE === 0) return [...all];
  return all.map((_, index) => all[(index * STRIDE) % all.length]).filter((item) => item !== undefined);
}
