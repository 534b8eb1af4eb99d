/** Bytes of a file from one offset up to another, which is not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Which bytes of a file are here, as ranges in their order. Two that touch stay two until they are joined: who fetched them one by one has yet
 * to see that they are of one file.
 */
export class Ranges {
  readonly #ranges: { from: number; to: number }[];
  readonly #separated = new Set<number>();

  constructor(ranges: readonly Range[] = []) {
    this.#ranges = ranges.map(({ from, to }) => ({ from, to }));
  }

  get list(): readonly Range[] {
    return this.#ranges;
  }

  get bytes(): number {
    return this.#ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  }

  /** What comes at an offset begins a range, also where another one ends there. */
  separate(offset: number): void {
    this.#separated.add(offset);
  }

  /** So many bytes came at an offset: they go on with the range that ends there, or begin one. Throws where some are here already. */
  add(offset: number, length: number): void {
    if (length === 0) return;
    const before = this.#separated.has(offset) ? offset + 1 : offset;
    const place = this.#ranges.findIndex(({ to }) => to >= before);
    const [range, next] = place === -1 ? [] : this.#ranges.slice(place, place + 2);
    const goesOn = range !== undefined && range.to === offset;
    const behind = goesOn ? next : range;
    if (behind !== undefined && behind.from < offset + length) throw new Error("bytes are written twice");
    if (goesOn) range.to = offset + length;
    else this.#ranges.splice(place === -1 ? this.#ranges.length : place, 0, { from: offset, to: offset + length });
  }

  /** What comes before an offset and what follows there are one. */
  join(offset: number): void {
    this.#separated.delete(offset);
    const place = this.#ranges.findIndex(({ to }) => to === offset);
    const [left, right] = place === -1 ? [] : this.#ranges.slice(place, place + 2);
    if (left === undefined || right?.from !== offset) return;
    left.to = right.to;
    this.#ranges.splice(place + 1, 1);
  }

  /** All of a file of this size is here, and of one piece. */
  isWhole(size: number): boolean {
    const [first, second] = this.#ranges;
    return second === undefined && (first?.from ?? 0) === 0 && (first?.to ?? 0) === size;
  }
}

/** Whether these can be ranges of a file of so many bytes: in their order, none empty, none twice. */
export function areRanges(ranges: readonly Range[], size: number): boolean {
  let last = 0;
  for (const { from, to } of ranges) {
    if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < last || to <= from || to > size)
      return false;
    last = to;
  }
  return true;
}
