import { Observable } from "rxjs";
import { currentGate } from "../flow/gate.ts";
import type { DamageNotes } from "../records/damageNotes.ts";
import { NdjsonReader } from "../records/ndjsonReader.ts";
import type { AnyRecord } from "../records/record.ts";
import type { InputFacts } from "./endings.ts";

/** Records that come from another process. */
export interface RecordInput {
  /** To be subscribed to once. Waits at the stream's gate. */
  readonly records: Observable<AnyRecord>;
  /** What was noticed, once `records` is over. `bytes` is NaN when reading was stopped before the end of the input. */
  facts(): InputFacts;
  /** The line of the record that is passing right now, see `NdjsonReader`. */
  lineOf?(record: AnyRecord): string | undefined;
}

/** What a stream of bytes must be able to do: a part of Node's `Readable`. */
export interface ByteStream {
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  destroy(): unknown;
}

/** The newline of a record comes with the next one; a record that has waited this long for it is taken without. */
const SILENCE_MS = 50;

/** Reads NDJSON, to be read once. `damage` is told each line that is no record. */
export function recordInput(bytes: ByteStream, damage: DamageNotes): RecordInput {
  let facts: InputFacts = { bytes: Number.NaN, unterminated: false, damaged: 0 };
  let take = (_: AnyRecord) => {};
  const reader = new NdjsonReader({
    record: (record) => take(record),
    damaged: (line, why) => damage.line(line, why),
  });
  const records = new Observable<AnyRecord>((subscriber) => {
    take = (record) => subscriber.next(record);
    const gate = currentGate();
    let over = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (failed: boolean) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      const { bytes, unterminated } = reader.end();
      damage.end();
      facts = { bytes, unterminated: unterminated || failed, damaged: damage.count };
      subscriber.complete();
    };
    bytes.on("data", (chunk) => {
      if (over) return;
      reader.push(chunk);
      if (timer === undefined) timer = setTimeout(() => reader.silence(), SILENCE_MS);
      else timer.refresh();
      const full = gate?.ready();
      if (full === undefined) return;
      bytes.pause();
      full.then(() => bytes.resume());
    });
    bytes.on("end", () => end(false));
    bytes.on("close", () => end(false));
    // A disk or a line that fails in the middle: what came is used, and it counts as cut.
    bytes.on("error", () => end(true));
    return () => {
      // Whoever stops reading does not know how the input would have ended.
      if (!over) facts = { bytes: Number.NaN, unterminated: false, damaged: damage.count };
      over = true;
      clearTimeout(timer);
      bytes.destroy();
    };
  });
  return { records, facts: () => facts, lineOf: (record) => reader.lineOf(record) };
}
