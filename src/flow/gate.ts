import { AsyncLocalStorage } from "node:async_hooks";
import { type MonoTypeOperatorFunction, Observable } from "rxjs";

/**
 * The watermark: RxJS has no backpressure, so what is parked in queues between a source and the end of a stream is counted
 * here, and a source that honours the gate waits above the high mark until it is below the low mark.
 */
export class Gate {
  readonly #high: number;
  readonly #low: number;
  readonly #outer: Gate | undefined;
  #alone: boolean;
  #parked = 0;
  #holds = 0;
  #closed = false;
  #waiting: (() => void)[] = [];

  /** A source behind a gate within another waits at both. */
  constructor(high: number, outer?: Gate) {
    this.#high = high;
    this.#low = high / 2;
    this.#outer = outer;
    this.#alone = outer === undefined ? false : outer.#alone;
  }

  /**
   * The gate of a queue. The stream above the queue must be `gated` by it, and the work that the queue begins must stand where the queue
   * does (`beginsHere`), behind `below`: at the same gate, work would wait for what waits for the work.
   */
  static ofQueue(below: Gate | undefined): Gate {
    return new Gate(below === undefined ? UNGATED_HIGH : below.#high, below);
  }

  /** A gate for one piece of work, such as one server's: what waits behind it holds up nobody else. */
  static alone(high: number): Gate {
    const gate = new Gate(high);
    gate.#alone = true;
    return gate;
  }

  /**
   * A queue that may use the disk does so from this many items on: long before others have to wait for it. Never where there are no
   * others: waiting costs less than the disk.
   */
  get diskMark(): number {
    return this.#alone ? Number.POSITIVE_INFINITY : this.#high / 4;
  }

  get parked(): number {
    return this.#parked;
  }

  /** This gate, or the next one around it that is not closed. */
  get open(): Gate | undefined {
    return this.#closed ? this.#outer?.open : this;
  }

  park(count = 1): void {
    this.#parked += count;
  }

  unpark(count = 1): void {
    this.#parked -= count;
    this.#letThrough();
  }

  /** Somebody takes nothing more for now: sources wait, however little is parked, until each hold was let go. */
  hold(): void {
    this.#holds++;
  }

  letGo(): void {
    this.#holds--;
    this.#letThrough();
  }

  /** The stream is over: nobody waits here any more, and what begins where it ended stands behind the gate around it. */
  close(): void {
    this.#closed = true;
    this.#parked = 0;
    this.#letThrough();
  }

  #letThrough(): void {
    if (this.#waiting.length === 0 || (!this.#closed && (this.#holds > 0 || this.#parked > this.#low))) return;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Undefined when a source may go on now. To be asked again when the promise has resolved. */
  ready(): Promise<void> | undefined {
    if (this.#closed || (this.#holds === 0 && this.#parked < this.#high)) return this.#outer?.ready();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** Where nobody has put a gate around the stream. */
const UNGATED_HIGH = 1_000;

const scope = new AsyncLocalStorage<Gate | undefined>();

/** Where a stream stands all of whose parts are subscribed to within the call that subscribes to it. Undefined: `scope` tells. */
interface Call {
  readonly gate: Gate | undefined;
}

/** The innermost one that is under way. */
let call: Call | undefined;

/**
 * The gate of the stream that is being subscribed to right now. Who hears of a stream's end and begins the next one, such as `repeat`, is
 * still called from within it: closed gates do not count, or each stream would stand behind all that were before it.
 */
export function currentGate(): Gate | undefined {
  return (call === undefined ? scope.getStore() : call.gate)?.open;
}

/** Puts a gate around a stream: sources and queues above find it while they are subscribed to, and no other. */
export function gated<T>(gate: Gate | undefined): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable((subscriber) => {
      const subscribe = () => source.subscribe(subscriber);
      return call === undefined ? scope.run(gate, subscribe) : within({ gate }, subscribe);
    });
}

/**
 * The same around a whole stream no source or queue of which is subscribed to later, but by the queues of this folder: no `concat` of two
 * sources, no `retry`, no stage that others wrote. What follows subscriptions into callbacks makes Node 20 and 22 keep account of every
 * promise and socket of the process, which is 10 µs a file.
 */
export function gatedAtOnce<T>(gate: Gate): MonoTypeOperatorFunction<T> {
  return (source) => new Observable((subscriber) => within({ gate }, () => source.subscribe(subscriber)));
}

function within<R>(place: Call | undefined, work: () => R): R {
  const before = call;
  call = place;
  try {
    return work();
  } finally {
    call = before;
  }
}

/** Does something, such as a subscription, where it belongs. */
type Begin = (work: () => void) => void;

/**
 * For work that begins later within the stream that is being subscribed to right now: it finds what that one would (its gate, its harvest),
 * also where it asks before anything is subscribed to, and whoever's call begins it, such as a foreign emitter's.
 */
export function beginsHere(): Begin {
  const place = call;
  if (place !== undefined) return (work) => within(place, work);
  const snapshot = AsyncLocalStorage.snapshot();
  return (work) => within(undefined, () => snapshot(work));
}
