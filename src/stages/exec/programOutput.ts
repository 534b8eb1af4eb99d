import { Observable } from "rxjs";
import { currentGate } from "../../flow/gate.ts";
import { DamageNotes } from "../../records/damageNotes.ts";
import { NdjsonReader } from "../../records/ndjsonReader.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Program } from "./program.ts";

/**
 * The records that a program writes, until it has ended; it waits at the stream's gate. Of lines that are no records `damaged` is told.
 * `shown` is the program's name in that.
 */
export function recordsOf(program: Program, shown: string, damaged: (message: string) => void): Observable<AnyRecord> {
  return new Observable((subscriber) => {
    const gate = currentGate();
    const damage = new DamageNotes(`the output of ${shown}`, damaged);
    const reader = new NdjsonReader({
      record: (record) => subscriber.next(record),
      damaged: (line, why) => damage.line(line, why),
    });
    const { stdout } = program;
    stdout?.on("data", (chunk) => {
      reader.push(chunk);
      const full = gate?.ready();
      if (full === undefined) return;
      stdout.pause();
      void full.then(() => stdout.resume());
    });
    void program.ended.then(({ how }) => {
      // What we cut off ourselves is not its fault.
      if (how !== "stopped") reader.end();
      damage.end();
      subscriber.complete();
    });
  });
}
