import { HashPlaces } from "../hashPlaces.ts";
import { type Note, NoteView } from "./noteBytes.ts";
import { OUTCOME } from "./outcomeKind.ts";

/** Different files that one stage process gave an outcome, by their places, and those of them that it said had failed. */
export interface SourceFiles {
  readonly outcomes: Set<number>;
  readonly failures: Set<number>;
}

/** Whether a file with this outcome is wanted with its name. */
export type Wanted = (outcome: number) => boolean;

/** All notes of some files, weighed: each file once, with its best outcome. Each has a place, and takes about 300 bytes with its name. */
export class Weighing {
  /** By place: the outcome of each file. */
  readonly outcomes: number[] = [];
  /** By place: bytes, 0 if unknown. */
  readonly sizes: number[] = [];
  readonly sources: ReadonlyMap<number, SourceFiles>;
  readonly #places = new HashPlaces();
  readonly #wanted: Wanted;
  /** By place. */
  readonly #notes: (Note | undefined)[] = [];

  /** `sources`: the stage processes whose files are told apart. */
  constructor(sources: Iterable<number>, wanted: Wanted) {
    this.sources = new Map([...sources].map((source) => [source, { outcomes: new Set(), failures: new Set() }]));
    this.#wanted = wanted;
  }

  /** The files that are wanted. */
  get notes(): Note[] {
    return this.#notes.filter((note) => note !== undefined);
  }

  /** Takes whole notes. */
  add(chunk: Buffer): void {
    const note = new NoteView(chunk);
    for (let begin = 0; note.moveTo(begin); begin = note.end) {
      const { outcome } = note;
      const place = this.#places.add(note.high, note.low);
      if (outcome > (this.outcomes[place] ?? 0)) {
        this.outcomes[place] = outcome;
        this.sizes[place] = note.size || 0;
        this.#notes[place] = this.#wanted(outcome) ? note.decoded() : undefined;
      }
      if (this.sources.size > 0) this.#addToSource(note.source, outcome, place);
    }
  }

  #addToSource(source: number, outcome: number, place: number): void {
    if (outcome === OUTCOME.file || outcome === OUTCOME.trouble) return;
    const files = this.sources.get(source);
    files?.outcomes.add(place);
    if (outcome === OUTCOME.failed) files?.failures.add(place);
  }
}
