import { onAbort } from "../ftp/onAbort.ts";

/**
 * A signal that is aborted with another one, or when its time is over. Not `AbortSignal.any` with an `AbortSignal.timeout`: Node 20 collects
 * that timeout as garbage while somebody still listens, and it never comes.
 */
export class TimeLimit {
  readonly #end = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;

  constructor(ms: number, signal: AbortSignal) {
    this.#timer = setTimeout(() => this.#end.abort(), ms);
    this.#stopListening = onAbort(signal, () => this.#end.abort());
  }

  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** It is of no use any more. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#stopListening();
  }
}
