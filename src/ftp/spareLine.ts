import { WaitingLine } from "./waitingLine.ts";

/** So long a session lies idle before it is spare. */
const SPARE_AFTER_MS = 10;

/** Who can do without a session of a server, and gets what nobody else wants. */
export class SpareLine<T> extends WaitingLine<T> {
  #timer: NodeJS.Timeout | undefined;

  /**
   * Calls back in a moment where somebody waits, once, however often it is told so meanwhile. Not at once: who gives a session back often wants
   * one for its next file in the same breath. Keeps no process alive.
   */
  seeToSoon(serve: () => void): void {
    if (this.length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      serve();
    }, SPARE_AFTER_MS).unref();
  }
}
