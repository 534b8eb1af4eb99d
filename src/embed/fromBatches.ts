import { Observable } from "rxjs";
import { fromBatches as batched } from "../flow/fromBatches.ts";

/**
 * A stream from an async generator of batches that waits at the stream's gate. On unsubscribe the signal given to `make` is
 * aborted and the generator ended.
 */
export function fromBatches<T>(make: (signal: AbortSignal) => AsyncGenerator<readonly T[], void, void>): Observable<T> {
  const batches = batched(make);
  // As built, that is one of the commands' RxJS.
  return new Observable((subscriber) => batches.subscribe(subscriber));
}
