import { Fault } from "../../records/fault.ts";
import { textOf } from "../../records/fields.ts";
import type { AnyRecord, FailureRecord, Stamp } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
import { faultRecord } from "../faultRecord.ts";

type Affected = Stamp & Pick<FailureRecord, "server" | "config">;

/** The servers whose records went into a program: when it fails, records of each of them may be lost. */
export class AffectedServers {
  readonly #context: StageContext;
  readonly #servers = new Map<string, Affected>();

  constructor(context: StageContext) {
    this.#context = context;
  }

  get none(): boolean {
    return this.#servers.size === 0;
  }

  add(record: AnyRecord): void {
    const server = textOf(record, "server");
    if (server === undefined) return;
    const { run, by } = { run: record.run ?? this.#context.run, by: this.#context.by };
    const key = `${run}\0${server}`;
    if (this.#servers.has(key)) return;
    const config = textOf(record, "config");
    this.#servers.set(key, { run, by, server, ...(config !== undefined && { config }) });
  }

  /** A failure for each of them; one that names no server where there is none. */
  failures(message: string): readonly AnyRecord[] {
    const { run, by } = this.#context;
    const affected = this.none ? [{ run, by }] : [...this.#servers.values()];
    const fault = new Fault("command", message);
    return affected.map((where) => faultRecord(fault, { ...where, stage: "exec" }));
  }
}
