import { type Note, type NoteView, notesIn } from "./noteBytes.ts";
import { OUTCOME } from "./outcomeKind.ts";

/** Different files that one stage process gave an outcome, and those of them that it said had failed. */
export interface SourceFiles {
  readonly outcomes: Set<bigint>;
  readonly failures: Set<bigint>;
}

/** All notes of some files, weighed: each file once, with its best outcome. All of them are held, about 300 bytes each. */
export class Weighing {
  readonly best = new Map<bigint, Note>();
  readonly sources: ReadonlyMap<number, SourceFiles>;

  /** `sources`: the stage processes whose files are told apart. */
  constructor(sources: Iterable<number> = []) {
    this.sources = new Map([...sources].map((source) => [source, { outcomes: new Set(), failures: new Set() }]));
  }

  /** Takes whole notes. */
  add(chunk: Buffer): void {
    for (const note of notesIn(chunk)) {
      const { key, outcome } = note;
      if (outcome > (this.best.get(key)?.outcome ?? 0)) this.best.set(key, note.decoded());
      if (this.sources.size > 0) this.#addToSource(note, key);
    }
  }

  #addToSource({ source, outcome }: NoteView, key: bigint): void {
    if (outcome === OUTCOME.file || outcome === OUTCOME.trouble) return;
    const files = this.sources.get(source);
    files?.outcomes.add(key);
    if (outcome === OUTCOME.failed) files?.failures.add(key);
  }
}
