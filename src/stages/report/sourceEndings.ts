import { foldCodes } from "../../records/exitCode.ts";
import type { AnyRecord, Ending } from "../../records/record.ts";
import { textOf } from "./fields.ts";

/** From knowing least to worst: of several words on one source the worst counts. */
const RANK: ReadonlyMap<unknown, number> = new Map<Ending, number>([
  ["open", 0],
  ["ended", 1],
  ["closed", 2],
  ["cut", 3],
]);

/** A server of a selection. */
export interface Selected {
  readonly server: string;
  readonly bufferPath: string | undefined;
}

/** How the stage processes before ended, from their `end` and `source` records. */
export class SourceEndings {
  /** The codes of all `end` records, folded. */
  code = 0;
  readonly #how = new Map<string, number>();
  readonly #selections = new Map<
    string,
    { readonly stage: string | undefined; readonly servers: readonly Selected[] }
  >();
  /** By run: the folder given to fetch. */
  readonly #to = new Map<string, string>();

  end(record: AnyRecord): void {
    const { code, inputs, damaged } = record;
    if (typeof code === "number" && Number.isInteger(code) && code >= 0) this.code = foldCodes(this.code, code);
    // Whether an empty input is a fault (--allow-empty) is in its stage's code.
    if (typeof damaged === "number" && damaged > 0) this.code = foldCodes(this.code, 3);
    for (const input of Array.isArray(inputs) ? inputs : [])
      if (isObject(input)) this.#heard(input["by"], input["how"]);
  }

  source(record: AnyRecord): void {
    const { by, run, selection } = record;
    this.#heard(by, record["how"]);
    const to = textOf(record, "to");
    if (to !== undefined) this.#to.set(String(run ?? ""), to);
    if (Array.isArray(selection) && typeof by === "string") {
      this.#selections.set(by, { stage: textOf(record, "stage"), servers: selection.flatMap(selectedOf) });
    }
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
  *selected(): Generator<Selected> {
    for (const { servers } of this.#selections.values()) yield* servers;
  }

  /**
   * The servers that must be in the report, seen or not. Not those of a listing whose reader left, and not those of `servers`: a
   * filter behind it chooses from them.
   */
  *expected(): Generator<Selected> {
    for (const [by, { stage, servers }] of this.#selections) {
      if (stage !== "servers" && this.#how.get(by) !== RANK.get("closed")) yield* servers;
    }
  }

  /** The folder given with --to in one of these runs, else in any. */
  to(runs: ReadonlySet<string>): string | undefined {
    for (const run of runs) if (this.#to.has(run)) return this.#to.get(run);
    return runs.size === 0 ? this.#to.values().next().value : undefined;
  }

  #any(how: Ending): boolean {
    return [...this.#how.values()].includes(RANK.get(how) ?? -1);
  }

  #heard(by: unknown, how: unknown): void {
    const rank = RANK.get(how);
    if (typeof by !== "string" || rank === undefined) return;
    this.#how.set(by, Math.max(rank, this.#how.get(by) ?? 0));
  }
}

function selectedOf(entry: unknown): Selected[] {
  if (!isObject(entry) || typeof entry["server"] !== "string") return [];
  const { server, buffer_path: bufferPath } = entry;
  return [{ server, bufferPath: typeof bufferPath === "string" ? bufferPath : undefined }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
