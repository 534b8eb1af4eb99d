import { type MonoTypeOperatorFunction } from "rxjs";
/**
 * The watermark: RxJS has no backpressure, so what is parked in queues between a source and the end of a stream is counted
 * here, and a source that honours the gate waits above the high mark until it is below the low mark.
 */
export declare class Gate {
    #private;
    /** A source behind a gate within another waits at both. */
    constructor(high: number, outer?: Gate);
    /**
     * The gate of a queue. The stream above the queue must be `gated` by it, and the work that the queue begins must stand where the queue
     * does (`beginsHere`), behind `below`: at the same gate, work would wait for what waits for the work.
     */
    static ofQueue(below: Gate | undefined): Gate;
    /** A gate for one piece of work, such as one server's: what waits behind it holds up nobody else. */
    static alone(high: number): Gate;
    /**
     * A queue that may use the disk does so from this many items on: long before others have to wait for it. Never where there are no
     * others: waiting costs less than the disk.
     */
    get diskMark(): number;
    get parked(): number;
    /** This gate, or the next one around it that is not closed. */
    get open(): Gate | undefined;
    park(count?: number): void;
    unpark(count?: number): void;
    /** Somebody takes nothing more for now: sources wait, however little is parked, until each hold was let go. */
    hold(): void;
    letGo(): void;
    /** The stream is over: nobody waits here any more, and what begins where it ended stands behind the gate around it. */
    close(): void;
    /** Undefined when a source may go on now. To be asked again when the promise has resolved. */
    ready(): Promise<void> | undefined;
}
/**
 * The gate of the stream that is being subscribed to right now. Who hears of a stream's end and begins the next one, such as `repeat`, is
 * still called from within it: closed gates do not count, or each stream would stand behind all that were before it.
 */
export declare function currentGate(): Gate | undefined;
/** Puts a gate around a stream: sources and queues above find it while they are subscribed to, and no other. */
export declare function gated<T>(gate: Gate | undefined): MonoTypeOperatorFunction<T>;
/** Does something, such as a subscription, where it belongs. */
type Begin = (work: () => void) => void;
/**
 * For work that begins later within the stream that is being subscribed to right now: it finds what that one would (its gate, its harvest),
 * also where it asks before anything is subscribed to, and whoever's call begins it, such as a foreign emitter's.
 */
export declare function beginsHere(): Begin;
export {};
