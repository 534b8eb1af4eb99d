import type { Fault } from "../records/fault.ts";
import { type Deadline, deadline } from "./deadline.ts";
import { Pace, type PaceLimits } from "./pace.ts";

export interface WatchLimits extends PaceLimits {
  /** For each sign of life. */
  readonly silence_ms: number;
  /** For all of it, from the first command to the last reply. */
  readonly within_ms: number;
}

export interface WatchEvents {
  /** Nothing happened for `silence_ms`, or for as long as was said last. */
  silent(): void;
  tooSlow(fault: Fault): void;
  tooLate(): void;
}

/** All waits of one transfer: for a sign of life, for its pace, and for its end. */
export class Watch {
  readonly #silence_ms: number;
  readonly #pace: Pace;
  readonly #whole: Deadline;
  readonly #silence: Deadline;
  #reading = false;

  /** `bytes` says how many came so far. */
  constructor(limits: WatchLimits, bytes: () => number, events: WatchEvents) {
    this.#silence_ms = limits.silence_ms;
    this.#pace = new Pace(limits, bytes, (fault) => events.tooSlow(fault));
    this.#whole = deadline(limits.within_ms, () => events.tooLate());
    this.#silence = deadline(limits.silence_ms, () => events.silent());
  }

  /** A sign of life. */
  touch(): void {
    this.#silence.touch();
  }

  /** Some bytes came. */
  data(): void {
    this.#silence.touch();
    if (this.#reading) return;
    this.#reading = true;
    this.#pace.start();
  }

  /** We don't read now: that is no silence of the server. */
  hold(): void {
    this.#silence.clear();
    this.#pace.hold();
  }

  goOn(): void {
    this.#pace.goOn();
    this.#silence.start(this.#silence_ms);
  }

  /** The data is over; a word on it is waited for no longer than this. */
  awaitWord(ms: number): void {
    this.#pace.stop();
    this.#silence.start(ms);
  }

  stop(): void {
    this.#silence.clear();
    this.#pace.stop();
    this.#whole.clear();
  }
}
