/** How often waits are looked at. */
const TICK_MS = 100;

/**
 * What a look may count at most. When this process itself did not get to run (a long piece of work, a stopped machine), what the
 * server sent meanwhile has not been read yet: that time is not the server's silence.
 */
const MAX_STEP_MS = 2 * TICK_MS;

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
/** A clock that goes while this process runs. */
let now_ms = 0;
let looked_ms = 0;

function tick(): void {
  const real_ms = performance.now();
  now_ms += Math.min(real_ms - looked_ms, MAX_STEP_MS);
  looked_ms = real_ms;
  for (const wait of waits) {
    if (wait.expires_ms > now_ms) continue;
    wait.clear();
    wait.expire();
  }
}

/**
 * Calls `expire` once when `ms` have passed without `touch` or `clear`; never earlier, and two looks later at most. One timer serves
 * all waits of the process: a timer for every command and every file would cost more than the commands.
 */
export function deadline(ms: number, expire: () => void): Deadline {
  if (ticker === undefined) {
    looked_ms = performance.now();
    ticker = setInterval(tick, TICK_MS);
  }
  // The clock may be one look behind.
  const granted_ms = ms + TICK_MS;
  const wait: Wait = {
    expires_ms: now_ms + granted_ms,
    expire,
    touch() {
      wait.expires_ms = now_ms + granted_ms;
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
