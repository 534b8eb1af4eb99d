import type { AnyRecord } from "../records/record.ts";
import { hashInto, newSeed } from "../records/textHash.ts";

/**
 * Which control records were seen already. Memory is bounded: past the limits a record is not remembered and counts as not
 * seen, so that it may come twice, which does no harm (an outcome is counted once), but is never lost.
 */
export class SeenRecords {
  readonly #hashes = new Set<number>();
  /** Used for each record anew. */
  readonly #hash = { high: 0, low: 0 };
  readonly #seed = newSeed();
  readonly #limit: number;

  constructor(limit: number = RECORDS_MAX) {
    this.#limit = limit;
  }

  /** False when the record was seen before. */
  add(record: AnyRecord): boolean {
    hashInto(this.#hash, identity(record), this.#seed);
    // 53 bits are the most that a number holds exactly.
    const hash = this.#hash.high * 2 ** 21 + (this.#hash.low >>> 11);
    if (this.#hashes.has(hash)) return false;
    // Half of the room is kept for records of servers: they are few, but after a million failed files none would fit.
    const limit = typeof record["path"] === "string" ? this.#limit / 2 : this.#limit;
    if (this.#hashes.size < limit) this.#hashes.add(hash);
    return true;
  }
}

/** About 25 MB. Half of it holds the failed files of a journal that is full (64 MiB). */
const RECORDS_MAX = 2 ** 19;

/** Filters such as jq may change a record on its way, so it is known by what it speaks of, not by its text. */
const KNOWN: ReadonlySet<string> = new Set(["server", "listed", "failure", "skipped", "harvested", "end"]);

function identity(record: AnyRecord): string {
  if (!KNOWN.has(record.type)) return JSON.stringify(record);
  const { type, run, by, server, code, raw, path } = record;
  return JSON.stringify([type, run, by, server, code, raw ?? path]);
}
