import { randomInt } from "node:crypto";
import type { AnyRecord } from "../records/record.ts";

/**
 * Which control records were seen already. Memory is bounded: past the limits a record is not remembered and counts as not
 * seen, so that it may come twice, which does no harm (an outcome is counted once), but is never lost.
 */
export class SeenRecords {
  readonly #hashes = new Set<number>();
  /** Other in each process, so that no server can choose names that hide one another. */
  readonly #seed = randomInt(2 ** 32);
  readonly #limit: number;

  constructor(limit: number = RECORDS_MAX) {
    this.#limit = limit;
  }

  /** False when the record was seen before. */
  add(record: AnyRecord): boolean {
    const hash = hash53(identity(record), this.#seed);
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

/** cyrb53, a public-domain hash: 53 bits, the most that a number holds exactly. */
function hash53(text: string, seed: number): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
