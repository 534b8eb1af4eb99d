import { type MonoTypeOperatorFunction, type Subscriber } from "rxjs";
/**
 * Ends a source when `subscriber` is closed. For operators that subscribe with observers of their own: what they return links the two only
 * when `subscribe` is over, and a source that gives all it has meanwhile must see at once that nobody listens any more.
 */
export declare function untilClosed<T>(subscriber: Subscriber<unknown>): MonoTypeOperatorFunction<T>;
