import { endRecord } from "../records/endRecord.ts";
import { textOf } from "../records/fields.ts";
import { type AnyRecord, type EndRecord, isControl, type SourceRecord } from "../records/record.ts";
import { missedRecords } from "./endingMissed.ts";
import { SeenRecords } from "./endingSeen.ts";
import { endOf, type Sources, sourceNamed, sourceRecord } from "./endingSource.ts";
import { directSources, followTrail } from "./endingTrail.ts";

/** What the reader of the input noticed. */
export interface InputFacts {
  readonly bytes: number;
  /** The last line had no newline: its writer was cut, for the newline is written with what follows or at an orderly end. */
  readonly unterminated: boolean;
  /** Lines that are no records. */
  readonly damaged: number;
}

/** How the input of a stage ended. */
export interface Endings {
  /** Every stage process that the input comes from, straight or through others. */
  readonly sources: readonly SourceRecord[];
  /** Their `end` records, from the input or from journals, one a source; not of those whose reader left. */
  readonly ends: readonly EndRecord[];
  /** Not one byte came. */
  readonly empty: boolean;
  /** The input or that of a stage before was cut or damaged. */
  readonly cut: boolean;
  /** What this gives to the exit code: 3 when cut or empty. The codes of `ends` are to be folded in, too. */
  readonly code: 0 | 3;
  /** Control records that a filter took, `end`s included, read back from journals as they are asked for. To be called once. */
  missed(): AsyncGenerator<AnyRecord>;
}

/** As long as a source that still lives is waited for: it may be stuck in a dead server's time-out behind `head`. */
const WAIT_MS = 2000;

/** Sees every record of a stage's input and tells at its end how the sources ended and what is missing. */
export class InputWatch {
  readonly #onSource: (by: string, run: string) => void;
  readonly #sources: Sources = new Map();
  readonly #seen = new SeenRecords();
  readonly #servers = new Set<string>();
  #last: { readonly by?: string | undefined; readonly run?: string | undefined; readonly server?: string | undefined } =
    {};

  /** `onSource` is told each stage process and each of its runs when first seen: the journal's `from`. */
  constructor(onSource: (by: string, run: string) => void = () => {}) {
    this.#onSource = onSource;
  }

  see(record: AnyRecord): void {
    const by = textOf(record, "by");
    const run = textOf(record, "run");
    const server = textOf(record, "server");
    const last = this.#last;
    // Most records are of the same source and server as the one before.
    if (by !== last.by || run !== last.run || server !== last.server) {
      this.#last = { by, run, server };
      if (server !== undefined) this.#servers.add(server);
      if (by !== undefined && run !== undefined) this.#name(by, run);
    }
    // Without both it is in no journal: what is never read back need not be known again, which costs 2.5 µs.
    if (by !== undefined && run !== undefined && isControl(record)) this.#control(record);
  }

  /** To be called once, after the last record. */
  async finish(options: {
    readonly stateFolder: string;
    readonly input: InputFacts;
    /** Aborted: waits no longer for sources that still live. */
    readonly signal: AbortSignal;
    readonly waitMs?: number;
    /** Stages whose processes are looked for where a filter may have taken every record of theirs: none unless given. */
    readonly hidden?: ReadonlySet<string>;
  }): Promise<Endings> {
    const { stateFolder, input, signal, waitMs = WAIT_MS, hidden = new Set() } = options;
    const all = this.#sources;
    await followTrail(all, { stateFolder, signal, waitMs, hidden });
    if (input.unterminated || input.damaged > 0) blameDirectSources(all);
    const sources = [...all.values()];
    const empty = input.bytes === 0;
    const cut = input.unterminated || input.damaged > 0 || sources.some(({ how }) => how === "cut");
    return {
      sources: sources.map(sourceRecord),
      ends: sources.flatMap((source) => (source.how === "closed" ? [] : (endOf(source) ?? []))),
      empty,
      cut,
      code: empty || cut ? 3 : 0,
      missed: () => missedRecords(sources, this.#seen, this.#servers),
    };
  }

  #name(by: string, run: string): void {
    if (this.#sources.get(by)?.runs.has(run)) return;
    if (sourceNamed(this.#sources, by, run, true) !== undefined) this.#onSource(by, run);
  }

  #control(record: AnyRecord): void {
    this.#seen.add(record);
    const end = endRecord(record);
    const source = end && this.#sources.get(end.by);
    if (source !== undefined) source.end ??= end;
  }
}

/** Who of several was cut can't be told, but those whose `end` came are whole. If all came, it was after them that bytes were lost. */
function blameDirectSources(sources: Sources): void {
  const direct = directSources(sources);
  const suspects = direct.filter(({ end }) => end === undefined);
  for (const source of suspects.length > 0 ? suspects : direct) source.how = "cut";
}
