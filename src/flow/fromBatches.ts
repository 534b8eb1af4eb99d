import { Observable } from "rxjs";
import { currentGate } from "./gate.ts";

/**
 * A stream from an async generator of batches that waits at the stream's gate. On unsubscribe the signal given to `make` is
 * aborted and the generator ended.
 */
export function fromBatches<T>(make: (signal: AbortSignal) => AsyncGenerator<readonly T[], void, void>): Observable<T> {
  return new Observable((subscriber) => {
    const gate = currentGate();
    const stop = new AbortController();
    let wake = () => {};
    const run = async () => {
      for await (const batch of make(stop.signal)) {
        for (const item of batch) {
          if (subscriber.closed) return;
          for (let full = gate?.ready(); full !== undefined; full = gate?.ready()) {
            // A gate that never opens again must not keep the generator from its end.
            const opened = full;
            await new Promise<void>((resolve) => {
              wake = resolve;
              void opened.then(resolve);
            });
            if (subscriber.closed) return;
          }
          subscriber.next(item);
        }
        if (subscriber.closed) return;
      }
      subscriber.complete();
    };
    run().catch((error) => subscriber.error(error));
    return () => {
      stop.abort();
      wake();
    };
  });
}
