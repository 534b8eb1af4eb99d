import { Fifo } from "./fifo.ts";
import type { LargeLine, Line } from "./waitingRoom.ts";

/** What a fair queue hands out, and what it may ask. */
export interface FairWork<K, T> {
  /** Keys that are begun at once. */
  readonly lanesAtOnce: number;
  /** Begins work on an item; `done` must be called when it is over, with the same `choice`. */
  start(key: K, item: T, choice: Choice): void;
  /** What a key's items wait in. */
  newLine?(): Line<T>;
  /** What those of a key wait in that are large. */
  newLargeLine?(): LargeLine<T>;
  /** Told of a key whose place another needs, while nothing of it runs or waits. */
  left?(key: K): void;
  /** Asked before each start. True: nothing more is started until `goOn` is called. */
  mustWait?(goOn: () => void): boolean;
}

/** Why it was an item's turn. */
export type Choice = "in order" | "largest";

/**
 * Work for many servers that came in as one stream: a lane for each, and a ring of those that have work and may do more of it.
 * A slow one fills its own lane and holds up no other.
 *
 * Large items do not come last, when all others have ended and one goes on alone: of those of a lane that run at once, one is the largest
 * that waited. The others come in their order, the large ones behind them: neither sort waits for all of the other.
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

  /** Takes an item; `atOnce` items of this key may be worked on at once. `size`: of one that is large, else 0. */
  push(key: K, item: T, atOnce: number, size = 0): void {
    let lane = this.#lanes.get(key);
    if (lane === undefined) {
      const waiting = this.#work.newLine?.() ?? new Fifo();
      const state = { running: 0, ledByLargest: false, queued: false, open: false };
      lane = { key, waiting, large: undefined, atOnce: Math.max(1, atOnce), ...state };
      this.#lanes.set(key, lane);
    }
    if (size === 0 || !this.#pushLarge(lane, item, size)) lane.waiting.push(item);
    this.#ready(lane);
    this.#turn();
  }

  /** One item of this key is over. */
  done(key: K, choice: Choice = "in order"): void {
    const lane = this.#lanes.get(key);
    if (lane === undefined) return;
    lane.running--;
    if (choice === "largest") lane.ledByLargest = false;
    if (lane.running === 0 && isEmpty(lane)) this.#rest(lane);
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

  /** Where one runs at a time, there is nothing to gain: all come in their order. */
  #pushLarge(lane: Lane<K, T>, item: T, size: number): boolean {
    if (lane.atOnce === 1) return false;
    lane.large ??= this.#work.newLargeLine?.();
    return lane.large?.push(item, size) ?? false;
  }

  #ready(lane: Lane<K, T>): void {
    if (lane.queued || isEmpty(lane) || lane.running >= lane.atOnce) return;
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
    const largest = lane.ledByLargest ? undefined : lane.large?.shift();
    const item = largest ?? lane.waiting.shift() ?? lane.large?.shift();
    if (item === undefined) return;
    if (largest !== undefined) lane.ledByLargest = true;
    lane.running++;
    this.#ready(lane);
    this.#work.start(lane.key, item, largest === undefined ? "in order" : "largest");
  }
}

interface Lane<K, T> {
  readonly key: K;
  readonly waiting: Line<T>;
  /** Undefined until there was one. */
  large: LargeLine<T> | undefined;
  running: number;
  readonly atOnce: number;
  /** The largest that waited runs: no other is chosen for its size meanwhile. */
  ledByLargest: boolean;
  /** In the ring or outside. */
  queued: boolean;
  /** It was begun, and holds one of the places until nothing of it is left and another needs it: a server that is begun has open sessions. */
  open: boolean;
}

function isEmpty<K, T>({ waiting, large }: Lane<K, T>): boolean {
  return waiting.length === 0 && (large === undefined || large.length === 0);
}
