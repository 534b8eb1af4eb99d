import { sameVersion, type Version } from "./version.ts";

/** How often bytes of one file may not fit together before it comes in one stream. */
const MOST_MISFITS = 2;

/** What the tries so far to fetch one file have come to, all of which have failed. */
export class EarlierTries {
  /** The version of which the last one may have kept bytes, as `versionText`. */
  #kept: string | undefined;
  /** Versions of which bytes did not fit together. */
  readonly #misfits: Version[] = [];
  /** Of a try that goes on, on another session: bytes that were here when it began, and the segments so far. */
  #goingOn: { readonly held: number; readonly segments: number } | undefined;
  /** Bytes that were here when the last such try began. */
  #heldLately = -1;

  /** Bytes of a version may be left, as `versionText`. */
  noteKept(version: string | undefined): void {
    this.#kept = version;
  }

  /** The version of which bytes may be left though another one is wanted now; told once. */
  takeUnwanted(wanted: string | undefined): string | undefined {
    const kept = this.#kept;
    this.#kept = undefined;
    return kept === wanted ? undefined : kept;
  }

  noteMisfit(version: Version): void {
    this.#misfits.push(version);
  }

  get hadManyMisfits(): boolean {
    return this.#misfits.length >= MOST_MISFITS;
  }

  /** Of a file that was rewritten meanwhile, bytes fit together nowhere: that is no fault of the server. */
  hadMisfitsOf(now: Version): boolean {
    return this.#misfits.some((version) => sameVersion(version, now));
  }

  /** The last one goes on, on another session. Whether it had more to begin with than the one before: else it might go on like that for ever. */
  noteGoingOn(held: number, segments: number): boolean {
    this.#goingOn ??= { held, segments };
    const isMore = held > this.#heldLately;
    this.#heldLately = held;
    return isMore;
  }

  /** What the try that goes on had from the start, and the segments that it came in then. */
  get goingOn(): { readonly held: number; readonly segments: number } | undefined {
    return this.#goingOn;
  }
}
