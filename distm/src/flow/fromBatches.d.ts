import { Observable } from "rxjs";
/**
 * A stream from an async generator of batches that waits at the stream's gate. On unsubscribe the signal given to `make` is
 * aborted and the generator ended.
 */
export declare function fromBatches<T>(make: (signal: AbortSignal) => AsyncGenerator<readonly T[], void, void>): Observable<T>;
