/** How often waits are looked at; a deadline is late by at most this. */
const TICK_MS = 100;

/** A wait that must not last forever. */
export interface Deadline {
  /** Something happened: the whole time is granted anew. Cheap enough to be called for every chunk of data. */
  touch(): void;
  clear(): void;
}

interface Wait extends Deadline {
  expires_ms: number;
  readonly expire: () => void;
}

const waits = new Set<Wait>();
let ticker: NodeJS.Timeout | undefined;
let now_ms = performance.now();

function tick(): void {
  now_ms = performance.now();
  for (const wait of waits) {
    if (wait.expires_ms > now_ms) continue;
    wait.clear();
    wait.expire();
  }
}

/**
 * Calls `expire` once when `ms` have passed without `touch` or `clear`. One timer serves all waits of the process: a timer for
 * every command and every file would cost more than the commands.
 */
export function deadline(ms: number, expire: () => void): Deadline {
  if (ticker === undefined) {
    now_ms = performance.now();
    ticker = setInterval(tick, TICK_MS);
  }
  const wait: Wait = {
    expires_ms: now_ms + ms,
    expire,
    touch() {
      wait.expires_ms = now_ms + ms;
    },
    clear() {
      waits.delete(wait);
      if (waits.size > 0 || ticker === undefined) return;
      clearInterval(ticker);
      ticker = undefined;
    },
  };
  waits.add(wait);
  return wait;
}
