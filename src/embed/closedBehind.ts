import {
  catchError,
  concat,
  defer,
  finalize,
  from,
  ignoreElements,
  type MonoTypeOperatorFunction,
  type Observable,
} from "rxjs";
import type { OpenBackend } from "../threads/openBackend.ts";

/** Closes a backend behind the records, and lets their end wait for that; who unsubscribes does not wait. */
export function closedBehind<T>({ close }: OpenBackend): MonoTypeOperatorFunction<T> {
  if (close === undefined) return (records) => records;
  const closed: Observable<never> = defer(() => from(close())).pipe(ignoreElements());
  return (records) =>
    concat(
      records.pipe(
        catchError((error) =>
          concat(
            closed,
            defer(() => {
              throw error;
            }),
          ),
        ),
      ),
      closed,
    ).pipe(finalize(() => void close()));
}
