import type { Observable } from "rxjs";
/**
 * A stream for `for await`: each loop subscribes anew, and its sources wait while the loop is slow. Leaving the loop unsubscribes;
 * the stream's error is thrown in it.
 */
export declare function iterate<T>(source: Observable<T>): AsyncIterable<T>;
