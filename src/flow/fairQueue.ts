/**
 * Work for many servers that came in as one stream: a queue for each, and a ring of those that have work and may do more of it.
 * A slow one fills its own queue and holds up no other.
 */
export class FairQueue<K, T extends object> {
  readonly #lanes = new Map<K, Lane<T>>();
  readonly #lanesAtOnce: number;
  readonly #start: (key: K, item: T) => void;
  /** Lanes that have work and room, each once, the longest waiting first. */
  readonly #ring: K[] = [];
  #open = 0;
  #turning = false;
  #again = false;

  /** `start` begins work on an item; `done` must be called when it is over. No more than `lanesAtOnce` keys are begun at once. */
  constructor(lanesAtOnce: number, start: (key: K, item: T) => void) {
    this.#lanesAtOnce = lanesAtOnce;
    this.#start = start;
  }

  /** Takes an item; `atOnce` items of this key may be worked on at once. */
  push(key: K, item: T, atOnce: number): void {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      lane = { waiting: [], next: 0, running: 0, atOnce: Math.max(1, atOnce), inRing: false, open: false };
      this.#lanes.set(key, lane);
    }
    lane.waiting.push(item);
    this.#ready(key, lane);
    this.#turn();
  }

  /** One item of this key is over. */
  done(key: K): void {
    const lane = this.#lanes.get(key);
    if (lane === undefined) return;
    lane.running--;
    if (lane.running === 0 && waiting(lane) === 0) {
      this.#open--;
      this.#lanes.delete(key);
    }
    this.#ready(key, lane);
    this.#turn();
  }

  #ready(key: K, lane: Lane<T>): void {
    if (lane.inRing || waiting(lane) === 0 || lane.running >= lane.atOnce) return;
    lane.inRing = true;
    this.#ring.push(key);
  }

  /** Starts what may be started. Work that is over at once calls back in here: that is noted, not nested. */
  #turn(): void {
    this.#again = true;
    if (this.#turning) return;
    this.#turning = true;
    try {
      while (this.#again) {
        this.#again = false;
        for (let places = this.#ring.length; places > 0; places--) this.#startNext();
      }
    } finally {
      this.#turning = false;
    }
  }

  /** One item of the lane whose turn it is. */
  #startNext(): void {
    const key = this.#ring.shift();
    const lane = key === undefined ? undefined : this.#lanes.get(key);
    if (key === undefined || lane === undefined) return;
    if (!lane.open && this.#open >= this.#lanesAtOnce) {
      this.#ring.push(key);
      return;
    }
    lane.inRing = false;
    const item = lane.waiting[lane.next++];
    if (item === undefined) return;
    if (lane.next > COMPACT_AFTER && lane.next * 2 > lane.waiting.length) compact(lane);
    lane.running++;
    if (!lane.open) this.#open++;
    lane.open = true;
    this.#ready(key, lane);
    this.#again ||= lane.inRing;
    this.#start(key, item);
  }
}

interface Lane<T extends object> {
  waiting: T[];
  /** Index of the first that is still waiting: shifting an array of a million moves a million. */
  next: number;
  running: number;
  readonly atOnce: number;
  inRing: boolean;
  /** It was begun, and holds one of the places until nothing of it is left: each server that is begun costs open sessions. */
  open: boolean;
}

const COMPACT_AFTER = 1_024;

function waiting<T extends object>(lane: Lane<T>): number {
  return lane.waiting.length - lane.next;
}

function compact<T extends object>(lane: Lane<T>): void {
  lane.waiting = lane.waiting.slice(lane.next);
  lane.next = 0;
}
