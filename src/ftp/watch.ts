import type { Fault } from "../records/fault.ts";
import { Deadline } from "./deadline.ts";
import { Pace, type PaceLimits } from "./pace.ts";

/** A transfer that is watched. */
export interface Watched {
  /** Bytes that came so far. */
  readonly bytes: number;
  /** For each sign of life. */
  readonly silence_ms: number;
  /** For all of it, from the first command to the last reply. */
  readonly within_ms: number;
  /** Nothing happened for `silence_ms`, or for as long as was said last. */
  onSilence(): void;
  onTooSlow(fault: Fault): void;
  onTooLate(): void;
}

/** All waits of a session's transfers, one after the other: for a sign of life, for its pace, and for its end. */
export class Watch {
  readonly #limits: PaceLimits;
  readonly #whole: Deadline;
  readonly #silence: Deadline;
  #watched: Watched | undefined;
  #pieces = 0;
  #pace: Pace | undefined;

  constructor(limits: PaceLimits) {
    this.#limits = limits;
    this.#whole = new Deadline(limits.timeout_ms, () => this.#watched?.onTooLate());
    this.#silence = new Deadline(limits.timeout_ms, () => this.#watched?.onSilence());
  }

  /** The next transfer begins; the one before is over. */
  begin(watched: Watched): void {
    this.#watched = watched;
    this.#pieces = 0;
    this.#whole.start(watched.within_ms);
    this.#silence.start(watched.silence_ms);
  }

  /** A sign of life. */
  touch(): void {
    this.#silence.touch();
  }

  /** Some bytes came. What comes in one piece has no pace. */
  data(): void {
    this.#silence.touch();
    if (++this.#pieces === 2) this.#startPace();
  }

  /** We don't read now: that is no silence of the server. */
  hold(): void {
    this.#silence.clear();
    this.#pace?.hold();
  }

  goOn(): void {
    this.#pace?.goOn();
    this.#silence.start(this.#watched?.silence_ms);
  }

  /** The data is over; a word on it is waited for no longer than this. */
  awaitWord(ms: number): void {
    this.#pace?.stop();
    this.#silence.start(ms);
  }

  stop(): void {
    this.#silence.clear();
    this.#pace?.stop();
    this.#pace = undefined;
    this.#whole.clear();
  }

  #startPace(): void {
    const watched = this.#watched;
    if (watched === undefined) return;
    this.#pace = new Pace(
      this.#limits,
      () => watched.bytes,
      (fault) => watched.onTooSlow(fault),
    );
    this.#pace.start();
  }
}
