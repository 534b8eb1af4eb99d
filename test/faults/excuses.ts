/**
 * What README says is not guarded, where a schedule may come upon it. Each is allowed in the narrowest case only, and counted: one that
 * swallowed everything would be seen.
 */
export const EXCUSES = {
  mixed:
    "a file was rewritten at its size while it was read: below 64 KiB, within the same second, without MDTM, or soon gone",
  sameTime: "a file changed and kept its size and its listed time",
  shortListing: "a listing was cut short and ended in order",
  garbledListing: "a line of a listing became another one",
  leftOfNothing: "what was left of files lies there while its server lists none",
  liar: "a server lied on a file's size, and the line agreed with it",
} as const;

export type Excuse = keyof typeof EXCUSES;

/** Counts what was excused. */
export class Excuses {
  readonly counts = new Map<Excuse, number>();

  /** True, so that it can end a condition. */
  use(excuse: Excuse): true {
    this.counts.set(excuse, (this.counts.get(excuse) ?? 0) + 1);
    return true;
  }
}
