/** First in, first out. Taking from the front of an array of a million moves a million; this does not. */
export declare class Fifo<T> {
    #private;
    get length(): number;
    /** The one that is taken next; undefined when there is none. */
    get first(): T | undefined;
    push(item: T): void;
    shift(): T | undefined;
}
