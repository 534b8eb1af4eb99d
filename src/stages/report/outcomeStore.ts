import { mergeSorted } from "./mergeSorted.ts";
import { type Note, notesIn } from "./noteBytes.ts";
import { OutcomeCount } from "./outcomeCount.ts";
import { groupOf, type OutcomeGroup } from "./outcomeKind.ts";
import { readRun, type SortedRun, writeRun } from "./sortedRun.ts";
import { type Chain, Spool } from "./spool.ts";
import { type Wanted, Weighing } from "./weighing.ts";

type Runs = Readonly<Record<OutcomeGroup, SortedRun[]>>;

/** One server's outcomes: few are sorted when they are asked for, many lie sorted on disk. */
export type StoredOutcomes = { readonly chain: Chain } | { readonly runs: Runs };

/** What all notes of one server come to. */
export interface Settled {
  readonly count: OutcomeCount;
  readonly outcomes: StoredOutcomes;
}

/** Notes that are weighed and sorted in memory at once: about a megabyte there. Larger parts are slower, too. */
const PART_BYTES = 256 * 1024;
/** Parts of one server: those of ten million files. Of more files parts are larger: a hundred million take ten megabytes each. */
const MAX_PARTS = 4096;
const WRITE_BYTES = 64 * 1024;
/** For reading all runs of one server at once, and how much of it a run gets. */
const MERGE_BYTES = 4 * 1024 * 1024;
const MIN_READ_BYTES = 1024;
const MAX_READ_BYTES = 64 * 1024;

/**
 * The notes of all servers and, once they are settled, each server's outcomes in the order of their names. The notes of one file may lie
 * anywhere. So those of a server with many are dealt out by their keys into parts: each has all notes of its files, and fits in
 * memory. It is weighed, sorted and written as runs, and who reads merges the runs of all parts. The disk has each note twice then,
 * and those of one server at a time once more.
 */
export class OutcomeStore {
  readonly #parent: string;
  readonly #withUnchanged: boolean;
  readonly #spool: Spool;

  /** `parent`: the folder on whose disk the notes are kept. */
  constructor(parent: string, withUnchanged: boolean) {
    this.#parent = parent;
    this.#withUnchanged = withUnchanged;
    this.#spool = new Spool(parent);
  }

  /** Bytes of notes in memory. */
  get held(): number {
    return this.#spool.held;
  }

  chain(): Chain {
    return this.#spool.chain();
  }

  /** Throws a `Fault` `disk`. */
  add(chain: Chain, note: Note): void {
    this.#spool.add(chain, note);
  }

  /**
   * Weighs all notes of one server, in small pieces of work. `sources`: the stage processes whose files are told apart. Throws a
   * `Fault` `disk`.
   */
  *settle(chain: Chain, sources: readonly number[]): Generator<void, Settled> {
    const count = new OutcomeCount();
    if (chain.bytes <= PART_BYTES) {
      // Their names are read when they are asked for.
      count.add(yield* weighed(this.#spool, chain, sources, () => false));
      return { count, outcomes: { chain } };
    }
    const scratch = new Spool(this.#parent);
    try {
      const buffer = Buffer.allocUnsafe(WRITE_BYTES);
      const runs: Runs = { files: [], failures: [], others: [] };
      for (const part of yield* dealt(this.#spool, chain, scratch)) {
        const weighing = yield* weighed(scratch, part, sources, (outcome) => this.#groupOf(outcome) !== undefined);
        count.add(weighing);
        this.#writeRuns(weighing, runs, buffer);
        yield;
      }
      return { count, outcomes: { runs } };
    } finally {
      scratch.close();
    }
  }

  /** Each file of some groups once, by name. Throws a `Fault` `disk`. */
  *sorted(stored: StoredOutcomes, groups: readonly OutcomeGroup[]): Generator<Note, void> {
    if ("chain" in stored) {
      const weighing = new Weighing([], (outcome) => isOf(groups, this.#groupOf(outcome)));
      for (const chunk of this.#spool.chunks(stored.chain)) weighing.add(chunk);
      yield* byName(weighing);
      return;
    }
    const runs = groups.flatMap((group) => stored.runs[group]);
    const bytes = Math.max(MIN_READ_BYTES, Math.min(MAX_READ_BYTES, Math.floor(MERGE_BYTES / runs.length)));
    const sources = runs.map((run) => readRun(this.#spool.file, run, bytes));
    yield* mergeSorted(sources, inOrder);
  }

  close(): void {
    this.#spool.close();
  }

  #writeRuns(weighing: Weighing, runs: Runs, buffer: Buffer): void {
    const notes = byName(weighing);
    for (const group of ["files", "failures", "others"] as const) {
      const its = notes.filter(({ outcome }) => this.#groupOf(outcome) === group);
      if (its.length > 0) runs[group].push(writeRun(this.#spool.file, its, buffer));
    }
  }

  #groupOf(outcome: number): OutcomeGroup | undefined {
    return groupOf(outcome, this.#withUnchanged);
  }
}

function isOf(groups: readonly OutcomeGroup[], group: OutcomeGroup | undefined): boolean {
  return group !== undefined && groups.includes(group);
}

/** Deals the notes of a chain out into parts, by their keys. */
function* dealt(from: Spool, chain: Chain, to: Spool): Generator<void, readonly Chain[]> {
  const count = Math.min(MAX_PARTS, Math.ceil(chain.bytes / PART_BYTES));
  const parts = Array.from({ length: count }, () => to.chain());
  for (const chunk of from.chunks(chain)) {
    for (const note of notesIn(chunk)) {
      const part = parts[note.high % count];
      if (part !== undefined) to.addEncoded(part, note.encoded);
    }
    yield;
  }
  return parts;
}

function* weighed(spool: Spool, chain: Chain, sources: readonly number[], wanted: Wanted): Generator<void, Weighing> {
  const weighing = new Weighing(sources, wanted);
  for (const chunk of spool.chunks(chain)) {
    weighing.add(chunk);
    yield;
  }
  return weighing;
}

function byName({ notes }: Weighing): Note[] {
  return notes.sort(inOrder);
}

/** By name; of the same name the order is the same, too, in whatever order the notes came. */
function inOrder(a: Note, b: Note): number {
  return (
    inCodeUnits(a.name, b.name) ||
    a.outcome - b.outcome ||
    (a.size || 0) - (b.size || 0) ||
    inCodeUnits(a.detail, b.detail)
  );
}

/** The same everywhere, whatever the language. */
function inCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
