import { Observable } from "rxjs";
import { currentGate } from "../../flow/gate.ts";
import { NdjsonReader } from "../../records/ndjsonReader.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Program } from "./program.ts";

/** The first few lines show what is wrong with all of them. */
const MOST_DAMAGED_TOLD = 10;

/**
 * The records that a program writes, until it has ended; it waits at the stream's gate. Lines that are no records are told to
 * `damaged`, the first ones and how many more there are. `shown` is the program's name in that.
 */
export function recordsOf(program: Program, shown: string, damaged: (message: string) => void): Observable<AnyRecord> {
  return new Observable((subscriber) => {
    const gate = currentGate();
    let broken = 0;
    const reader = new NdjsonReader({
      record: (record) => subscriber.next(record),
      damaged(line, why) {
        if (++broken <= MOST_DAMAGED_TOLD) damaged(`line ${line} of the output of ${shown}: ${why}`);
      },
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
      const more = broken - MOST_DAMAGED_TOLD;
      if (more > 0) damaged(`the output of ${shown}: ${more} more lines that are no records`);
      subscriber.complete();
    });
  });
}
