import { Fifo } from "./fifo.ts";
import type { Line } from "./waitingRoom.ts";

/** What a fair queue hands out, and what it may ask. */
export interface FairWork<K, T> {
  /** Keys that are begun at once. */
  readonly lanesAtOnce: number;
  /** Begins work on an item; `done` must be called when it is over. */
  start(key: K, item: T): void;
  /** What a key's items wait in. */
  newLine?(): Line<T>;
  /** Told of a key whose place another needs, while nothing of it runs or waits. */
  left?(key: K): void;
  /** Asked before each start. True: nothing more is started until `goOn` is called. */
  mustWait?(goOn: () => void): boolean;
}

/**
 * Work for many servers that came in as one stream: a lane for each, and a ring of those that have work and may do more of it.
 * A slow one fills its own lane and holds up no other.
 */
export class FairQueue<K, T extends NonNullable<unknown>> {
  readonly #work: FairWork<K, T>;
  readonly #lanes = new Map<K, Lane<K, T>>();
  /** Lanes that have work and room, each once, the longest waiting first. */
  #ring = new Fifo<Lane<K, T>>();
  /** Lanes that wait for a place. */
  #outside = new Fifo<Lane<K, T>>();
  /** Lanes that have a place and nothing to do, the longest idle first. They keep it until another needs it. */
  readonly #idle = new Set<Lane<K, T>>();
  #open = 0;
  #turning = false;
  #waits = false;

  constructor(work: FairWork<K, T>) {
    this.#work = work;
  }

  /** Takes an item; `atOnce` items of this key may be worked on at once. */
  push(key: K, item: T, atOnce: number): void {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      const waiting = this.#work.newLine?.() ?? new Fifo();
      lane = { key, waiting, running: 0, atOnce: Math.max(1, atOnce), queued: false, open: false };
      this.#lanes.set(key, lane);
    }
    lane.waiting.push(item);
    this.#ready(lane);
    this.#turn();
  }

  /** One item of this key is over. */
  done(key: K): void {
    const lane = this.#lanes.get(key);
    if (lane === undefined) return;
    lane.running--;
    if (lane.running === 0 && lane.waiting.length === 0) this.#rest(lane);
    else this.#ready(lane);
    this.#turn();
  }

  /** Starts nothing more. */
  close(): void {
    this.#lanes.clear();
    this.#ring = new Fifo();
    this.#outside = new Fifo();
    this.#idle.clear();
  }

  #ready(lane: Lane<K, T>): void {
    if (lane.queued || lane.waiting.length === 0 || lane.running >= lane.atOnce) return;
    lane.queued = true;
    if (lane.open || this.#hasRoom()) this.#enter(lane);
    else this.#outside.push(lane);
  }

  #enter(lane: Lane<K, T>): void {
    if (!lane.open) this.#open++;
    lane.open = true;
    this.#idle.delete(lane);
    this.#ring.push(lane);
  }

  /** Its place goes to the one that has waited longest. */
  #rest(lane: Lane<K, T>): void {
    this.#idle.add(lane);
    const next = this.#outside.first;
    if (next === undefined || !this.#hasRoom()) return;
    this.#outside.shift();
    this.#enter(next);
  }

  #hasRoom(): boolean {
    if (this.#open < this.#work.lanesAtOnce) return true;
    const [longestIdle] = this.#idle;
    if (longestIdle === undefined) return false;
    this.#leave(longestIdle);
    return true;
  }

  #leave(lane: Lane<K, T>): void {
    this.#idle.delete(lane);
    this.#lanes.delete(lane.key);
    this.#open--;
    this.#work.left?.(lane.key);
  }

  /** Starts what may be started. Work that is over at once calls back in here: that is noted, not nested. */
  #turn(): void {
    if (this.#turning) return;
    this.#turning = true;
    try {
      while (this.#ring.length > 0 && !this.#mustWait()) this.#startNext(this.#ring.shift());
    } finally {
      this.#turning = false;
    }
  }

  #mustWait(): boolean {
    this.#waits ||= this.#work.mustWait?.(this.#goOn) === true;
    return this.#waits;
  }

  readonly #goOn = (): void => {
    this.#waits = false;
    this.#turn();
  };

  #startNext(lane: Lane<K, T> | undefined): void {
    if (lane === undefined) return;
    lane.queued = false;
    const item = lane.waiting.shift();
    if (item === undefined) return;
    lane.running++;
    this.#ready(lane);
    this.#work.start(lane.key, item);
  }
}

interface Lane<K, T> {
  readonly key: K;
  readonly waiting: Line<T>;
  running: number;
  readonly atOnce: number;
  /** In the ring or outside. */
  queued: boolean;
  /** It was begun, and holds one of the places until nothing of it is left and another needs it: a server that is begun has open sessions. */
  open: boolean;
}
