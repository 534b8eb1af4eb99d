import { concat, defer, fromEvent, type Observable, of, takeUntil, tap } from "rxjs";
import type { AnyRecord } from "../records/record.ts";
import { type Endings, InputWatch } from "./endings.ts";
import type { RecordInput } from "./recordInput.ts";

export interface WatchRequest {
  readonly input: RecordInput;
  /** Where the journals are. */
  readonly stateFolder: string;
  /** Aborted: what has come is all there is. */
  readonly stop: AbortSignal;
  /** Stages whose processes are looked for where a filter may have taken every record of theirs: none unless given. */
  readonly hidden?: ReadonlySet<string>;
  /** Told each stage process and each of its runs when first seen. */
  readonly onSource: (by: string, run: string) => void;
  /** Told once, before the records that are read back. */
  readonly onEndings: (endings: Endings) => void;
}

/**
 * The records of an input, and after its end the control records that a filter took on the way, read back from the journals of
 * the stages before.
 */
export function watchedInput(request: WatchRequest): Observable<AnyRecord> {
  const { input, stateFolder, stop, hidden = new Set(), onSource, onEndings } = request;
  const watch = new InputWatch(onSource);
  async function* readBack(): AsyncGenerator<AnyRecord> {
    const endings = await watch.finish({ stateFolder, input: input.facts(), signal: stop, hidden });
    onEndings(endings);
    yield* endings.missed();
  }
  return concat(
    input.records.pipe(
      takeUntil(aborted(stop)),
      tap((record) => watch.see(record)),
    ),
    defer(readBack),
  );
}

/** An event that has been is not heard again. */
function aborted(signal: AbortSignal): Observable<unknown> {
  return defer(() => (signal.aborted ? of(true) : fromEvent(signal, "abort")));
}
