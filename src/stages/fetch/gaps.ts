import type { Range } from "../../sink/ranges.ts";

/** Bytes of the file that are not here, with who fetches them. */
export interface Gap {
  /** The next byte that is missing. */
  from: number;
  to: number;
  /** Told when another one has come past its beginning. */
  piece: { giveUp(): void } | undefined;
}

export interface GapsRequest {
  /** Of the file. */
  readonly size: number;
  /** What is here from the start. */
  readonly held: readonly Range[];
  /** The first bytes of those ranges, by their offsets. */
  readonly heads: ReadonlyMap<number, Uint8Array>;
}

/** What is missing of one file, and the first bytes of what is here behind it. */
export class Gaps {
  readonly size: number;
  /** In their order. One without a byte is a joint that nobody has looked at. */
  readonly #list: Gap[] = [];
  readonly #heads: Map<number, Uint8Array>;

  constructor({ size, held, heads }: GapsRequest) {
    this.size = size;
    this.#heads = new Map(heads);
    let here = 0;
    for (const { from, to } of held) {
      if (from > 0) this.#list.push({ from: here, to: from, piece: undefined });
      here = to;
    }
    if (here < size) this.#list.push({ from: here, to: size, piece: undefined });
  }

  get list(): readonly Gap[] {
    return this.#list;
  }

  /** Bytes that are here just before it. */
  bytesBefore(gap: Gap): number {
    return gap.from - (this.#list[this.#list.indexOf(gap) - 1]?.to ?? 0);
  }

  /** What follows an offset is a gap of its own from now on. */
  cut(gap: Gap, at: number): Gap {
    const rest: Gap = { from: at, to: gap.to, piece: undefined };
    gap.to = at;
    this.#list.splice(this.#list.indexOf(gap) + 1, 0, rest);
    return rest;
  }

  /** Bytes at its beginning are here, though not in the file: whoever comes from before it ends there. */
  prove({ from }: Gap, head: Uint8Array): void {
    this.#heads.set(from, head);
  }

  /** Lets a full one go past its end, where nobody has begun behind it. Whether there is something left to fetch. */
  goOn(gap: Gap): boolean {
    while (gap.from === gap.to) {
      const next = this.#behind(gap);
      if (next === undefined) return false;
      this.#absorb(gap, next);
    }
    return true;
  }

  /** The bytes that must come once more behind its end; none at the file's end; undefined where nobody has begun there. */
  headBehind(gap: Gap): Uint8Array | undefined {
    if (gap.to === this.size) return NOTHING;
    return this.#behind(gap) === undefined ? this.#heads.get(gap.to) : undefined;
  }

  /** All of it is here, and fits to what is behind it. */
  close(gap: Gap): void {
    this.#list.splice(this.#list.indexOf(gap), 1);
  }

  /** Somebody else is to fetch what is missing of it. */
  leave(gap: Gap): void {
    const place = this.#list.indexOf(gap);
    if (place === -1) return;
    gap.piece = undefined;
    const before = this.#list[place - 1];
    if (before !== undefined && this.#behind(before) === gap) this.#absorb(before, gap);
  }

  /** The gap that begins where this one ends, if nothing of it is here. */
  #behind(gap: Gap): Gap | undefined {
    const next = this.#list[this.#list.indexOf(gap) + 1];
    return next?.from === gap.to && !this.#heads.has(next.from) ? next : undefined;
  }

  #absorb(gap: Gap, next: Gap): void {
    gap.to = next.to;
    next.piece?.giveUp();
    this.close(next);
  }
}

export const NOTHING = new Uint8Array(0);
