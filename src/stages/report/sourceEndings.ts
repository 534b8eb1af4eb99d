import { endRecord, isEnding, worseEnding } from "../../records/endRecord.ts";
import { foldCodes } from "../../records/exitCode.ts";
import { textOf } from "../../records/fields.ts";
import type { AnyRecord, Ending } from "../../records/record.ts";

/** Exit codes from here on are those of commands that a signal ended. */
const SIGNAL = 128;

/** The servers of a selection, in the configuration's order, each with the folder that holds its folder. */
type Selected = ReadonlyMap<string, string | undefined>;

/** How the stage processes before ended, from their `end` and `source` records. */
export class SourceEndings {
  /** The codes of all `end` records, folded. */
  code = 0;
  readonly #how = new Map<string, Ending>();
  readonly #selections = new Map<string, { readonly stage: string | undefined; readonly servers: Selected }>();
  /** By run: the folder given to fetch. */
  readonly #to = new Map<string, string>();

  end(record: AnyRecord): void {
    const end = endRecord(record);
    if (end === undefined) return;
    this.code = foldCodes(this.code, end.code);
    for (const { by, how } of end.inputs) this.#heard(by, how);
    // It read its own listing no further.
    if (end.enough === true) this.#heard(end.by, "closed");
  }

  /** A signal ended the report itself: so it did, it may be, a program between it and fetch. */
  signalled(code: number): void {
    this.code = foldCodes(this.code, code);
  }

  source(record: AnyRecord): void {
    const { how, selection } = record;
    const by = textOf(record, "by");
    if (by === undefined) return;
    if (isEnding(how)) this.#heard(by, how);
    const to = textOf(record, "to");
    if (to !== undefined) this.#to.set(textOf(record, "run") ?? "", to);
    if (!Array.isArray(selection)) return;
    this.#selections.set(by, { stage: textOf(record, "stage"), servers: new Map(selection.flatMap(selectedOf)) });
  }

  /** One of them was killed, or its output is damaged. */
  get cut(): boolean {
    return this.#any("cut");
  }

  /** The reader of one of them left. */
  get closed(): boolean {
    return this.#any("closed");
  }

  /** Killed, or ended by a signal: not all was done that was to be done. */
  get interrupted(): boolean {
    return this.cut || this.code >= 3;
  }

  /** All selected servers, in the configuration's order. */
  selected(): Selected {
    return new Map([...this.#selections.values()].flatMap(({ servers }) => [...servers]));
  }

  /**
   * The servers that must be in the report, seen or not. Not those of a listing whose reader left on its own account (a signal may
   * end readers before those that they read from), and not those of `servers`: a filter behind it chooses from them.
   */
  expected(): ReadonlySet<string> {
    const left = (by: string) => this.#how.get(by) === "closed" && this.code < SIGNAL;
    const binding = [...this.#selections].filter(([by, { stage }]) => stage !== "servers" && !left(by));
    return new Set(binding.flatMap(([, { servers }]) => [...servers.keys()]));
  }

  /** The folder given with --to in one of these runs, else in any. */
  to(runs: ReadonlySet<string>): string | undefined {
    for (const run of runs) if (this.#to.has(run)) return this.#to.get(run);
    return runs.size === 0 ? this.#to.values().next().value : undefined;
  }

  #any(how: Ending): boolean {
    return [...this.#how.values()].includes(how);
  }

  #heard(by: string, how: Ending): void {
    this.#how.set(by, worseEnding(this.#how.get(by) ?? "open", how));
  }
}

function selectedOf(entry: unknown): [string, string | undefined][] {
  if (typeof entry !== "object" || entry === null || !("server" in entry) || typeof entry.server !== "string")
    return [];
  const bufferPath = "buffer_path" in entry && typeof entry.buffer_path === "string" ? entry.buffer_path : undefined;
  return [[entry.server, bufferPath]];
}
