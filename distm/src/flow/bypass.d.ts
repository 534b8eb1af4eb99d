import { type OperatorFunction } from "rxjs";
/**
 * Leads the items that are wanted through an operator; all others go round it, at once. RxJS's `connect` does so too, but there the
 * source would not find the gates of the operator's queues.
 */
export declare function bypass<T, W extends T, R>(isWanted: (item: T) => item is W, operator: OperatorFunction<W, R>, others: (item: T) => Iterable<R>): OperatorFunction<T, R>;
