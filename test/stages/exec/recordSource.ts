import { Observable } from "rxjs";
import { currentGate } from "../../../src/flow/gate.ts";
import type { AnyRecord } from "../../../src/records/record.ts";

/** A `file` record of a server. */
export function file(server: string, at = 0): AnyRecord {
  return {
    type: "file",
    run: "r",
    by: "list-1",
    server,
    config: "/cfg.yaml",
    path: `/f${at}`,
    name: `f${at}`,
    size: at,
  };
}

/** Makes records as long as the stream's gate is open, as our sources do. */
export class RecordSource {
  made = 0;
  /** It waits at the gate for the first time, or has made all. */
  readonly waits: Promise<"waits" | "over">;
  readonly records: Observable<AnyRecord>;
  #tell: (how: "waits" | "over") => void = () => {};

  constructor(count: number, make: (at: number) => AnyRecord = (at) => file("a", at)) {
    this.waits = new Promise((resolve) => {
      this.#tell = resolve;
    });
    this.records = new Observable((subscriber) => {
      const gate = currentGate();
      const run = async () => {
        while (this.made < count && !subscriber.closed) {
          for (let full = gate?.ready(); full !== undefined; full = gate?.ready()) {
            this.#tell("waits");
            await full;
          }
          subscriber.next(make(this.made++));
          if (this.made % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        this.#tell("over");
        subscriber.complete();
      };
      void run();
    });
  }
}
