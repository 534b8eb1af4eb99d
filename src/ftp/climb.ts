/** Where it begins: enough to hide most of a round trip, and fewer than the five that are usual. */
export const FIRST_SESSIONS = 4;
/** It never goes below: with one, a stalled session would be all. */
const FEWEST = 2;
const STEP = 1.5;
/** A rise is kept if it brings this part of what it would bring if each session were as fast as before. */
const WORTH = 0.3;
/** A step down is kept if it costs no more than this part of the rate. */
const FREE = 0.04;
/** A rate below this part of the one that it stands for has fallen; seen so often in a row, fewer are tried. */
const FALLEN = 0.6;
const FALLEN_SPANS = 3;
/** How long it stands before it looks again; doubled each time that nothing came of it. */
const LOOK_AGAIN_MS = 20_000;
const LOOK_AGAIN_MOST_MS = 300_000;

/** How much was done in a length of time with as many sessions as were wanted. */
export interface Span {
  /** When it was over, by the clock of `performance`. */
  readonly at_ms: number;
  /** Work a millisecond, in any unit. */
  readonly rate: number;
  /** What was done meanwhile for other servers. */
  readonly others: number;
}

/** What a span is looked at for: what can be expected, whether more bring more, whether fewer do as well; or only whether it falls. */
type Question = "base" | "more" | "fewer" | "none";

/**
 * Finds how many sessions with a server are worth it: by steps up while the rate rises by a meaningful share, else a step back, and down
 * where that costs nothing. Then it stands, and looks again after a while, or when the rate falls.
 */
export class Climb {
  readonly #most: (wanted: number) => number;
  #wanted: number;
  #question: Question = "base";
  /** The number that the trial is compared with, and its rate. */
  #stand: number;
  #rate = 0;
  #others = 0;
  /** This search has found something. */
  #moved = false;
  #low = 0;
  #lookAt_ms = 0;
  #wait_ms = LOOK_AGAIN_MS;

  /** `most` says how many there may be now, at most, where so many are wanted. */
  constructor(most: (wanted: number) => number) {
    this.#most = most;
    this.#wanted = Math.min(FIRST_SESSIONS, most(FIRST_SESSIONS));
    this.#stand = this.#wanted;
  }

  get wanted(): number {
    return this.#wanted;
  }

  /** A span with `wanted` sessions at work is over. */
  see(span: Span): void {
    if (this.#question === "none") this.#watch(span);
    else if (this.#question === "base") this.#begin(span);
    else if (this.#question === "more") this.#judgeMore(span);
    else this.#judgeFewer(span);
  }

  /** The server takes no more than these; what was on trial is over. */
  bound(sessions: number, at_ms: number): void {
    if (sessions >= this.#wanted) return;
    this.#stand = Math.max(1, sessions);
    this.#rate = 0;
    this.#settle(at_ms);
  }

  #begin(span: Span): void {
    this.#rate = span.rate;
    this.#others = span.others;
    this.#moved = false;
    this.#tryMore(span);
  }

  #judgeMore(span: Span): void {
    const linear = this.#wanted / this.#stand - 1;
    // What others lose meanwhile was taken from them: of one link, each could have the share of its sessions.
    const rate = span.rate - Math.max(0, this.#others - span.others);
    if (rate > 0 && rate >= this.#rate * (1 + WORTH * linear)) {
      this.#keep(span);
      this.#tryMore(span);
    } else if (this.#moved) this.#settle(span.at_ms);
    else this.#tryFewer(span);
  }

  #judgeFewer(span: Span): void {
    if (span.rate < this.#rate * (1 - FREE)) return this.#settle(span.at_ms);
    // Not its own rate: many steps that cost a little would cost much.
    const rate = Math.max(this.#rate, span.rate);
    this.#keep({ ...span, rate });
    this.#tryFewer(span);
  }

  #keep({ rate, others }: Span): void {
    this.#stand = this.#wanted;
    this.#rate = rate;
    this.#others = others;
    this.#moved = true;
  }

  #tryMore(span: Span): void {
    const more = Math.min(Math.round(this.#stand * STEP), this.#most(this.#stand));
    if (more > this.#stand) this.#ask("more", more);
    else if (this.#moved) this.#settle(span.at_ms);
    else this.#tryFewer(span);
  }

  #tryFewer({ at_ms }: Span): void {
    const fewer = Math.max(Math.round(this.#stand / STEP), FEWEST);
    if (fewer < this.#stand) this.#ask("fewer", fewer);
    else this.#settle(at_ms);
  }

  #ask(question: Question, sessions: number): void {
    this.#question = question;
    this.#wanted = sessions;
  }

  #settle(at_ms: number): void {
    this.#ask("none", this.#stand);
    this.#low = 0;
    this.#wait_ms = this.#moved ? LOOK_AGAIN_MS : Math.min(2 * this.#wait_ms, LOOK_AGAIN_MOST_MS);
    this.#lookAt_ms = at_ms + this.#wait_ms;
    this.#moved = false;
  }

  /** It stands. The first span after a bound gives the rate to compare with. */
  #watch(span: Span): void {
    if (span.at_ms >= this.#lookAt_ms) return this.#begin(span);
    if (this.#rate === 0) this.#rate = span.rate;
    this.#low = span.rate < this.#rate * FALLEN ? this.#low + 1 : 0;
    if (this.#low < FALLEN_SPANS) return;
    this.#rate = span.rate;
    this.#low = 0;
    this.#tryFewer(span);
  }
}
