import { OUTCOME } from "./outcomeKind.ts";
import type { Weighing } from "./weighing.ts";

/** Files of one server, each counted once, by what became of it. */
export interface OutcomeCounts {
  readonly fetched: number;
  readonly unchanged: number;
  readonly skipped: number;
  /** Files and folders that failed. */
  readonly failed: number;
  /** Failures that are not about one file. */
  readonly troubles: number;
  /** Files asked for of which nothing more is known. */
  readonly unknown: number;
  readonly fetchedBytes: number;
  readonly unchangedBytes: number;
}

/** Different files of one server that a stage process gave an outcome, to be held against its sums. */
export interface SourceCount {
  readonly outcomes: number;
  readonly failures: number;
}

/** Adds up one server's files, some of them at a time. */
export class OutcomeCount {
  /** By outcome. */
  readonly #files: number[] = [];
  readonly #bytes: number[] = [];
  readonly #sources = new Map<number, SourceCount>();

  /** Of files that were not in one before. */
  add({ outcomes, sizes, sources }: Weighing): void {
    for (const [place, outcome] of outcomes.entries()) {
      this.#files[outcome] = (this.#files[outcome] ?? 0) + 1;
      this.#bytes[outcome] = (this.#bytes[outcome] ?? 0) + (sizes[place] ?? 0);
    }
    for (const [source, { outcomes, failures }] of sources) {
      const known = this.source(source);
      this.#sources.set(source, {
        outcomes: known.outcomes + outcomes.size,
        failures: known.failures + failures.size,
      });
    }
  }

  source(source: number): SourceCount {
    return this.#sources.get(source) ?? { outcomes: 0, failures: 0 };
  }

  get counts(): OutcomeCounts {
    const of = (outcome: number) => this.#files[outcome] ?? 0;
    return {
      fetched: of(OUTCOME.fetched),
      unchanged: of(OUTCOME.unchanged),
      skipped: of(OUTCOME.skipped),
      failed: of(OUTCOME.failed),
      troubles: of(OUTCOME.trouble),
      unknown: of(OUTCOME.file),
      fetchedBytes: this.#bytes[OUTCOME.fetched] ?? 0,
      unchangedBytes: this.#bytes[OUTCOME.unchanged] ?? 0,
    };
  }
}
