import { setImmediate as breathe } from "node:timers/promises";

/** Does long work piece by piece, `yield` by `yield`: others get their turn between two of them. */
export async function inTurns<T>(work: Generator<void, T, void>): Promise<T> {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
    await breathe();
  }
}
