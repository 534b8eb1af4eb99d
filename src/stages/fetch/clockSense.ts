import { isExact, momentOf, timesDiffer, type Version } from "./version.ts";

/**
 * Whether a server's MDTM says of a file that did not change what its listing says. Some have one of them in local time: there a
 * listed time says nothing of a change, and large files are asked for before they are fetched, or each would be fetched twice.
 */
export class ClockSense {
  #agreed = false;
  #differed = false;

  get tellsChanges(): boolean {
    return this.#agreed || !this.#differed;
  }

  /** A file was listed, fetched, and asked for again. */
  learn(listed: Version, asked: Version, verdict: "taken" | "again"): void {
    if (!isExact(listed) || !isExact(asked) || listed.size !== asked.size) return;
    if (!timesDiffer(listed, asked)) this.#agreed = true;
    else if (verdict === "taken" && areZonesApart(listed, asked)) this.#differed = true;
  }
}

/** Zones differ by quarters of an hour. */
function areZonesApart(one: Version, other: Version): boolean {
  const apart_ms = Math.abs((momentOf(one) ?? 0) - (momentOf(other) ?? 0));
  return apart_ms % QUARTER_ms < 1000 && apart_ms <= MOST_APART_ms;
}

const QUARTER_ms = 900_000;

/** From UTC-12 to UTC+14. */
const MOST_APART_ms = 26 * 3_600_000;
