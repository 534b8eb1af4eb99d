import { stageOf } from "../records/endRecord.ts";
import { lives, type ProcessIdentity, thisProcess } from "../records/processIdentity.ts";
import type { Ending, EndRecord, SourceRecord } from "../records/record.ts";
import { journalPath } from "./journalFolder.ts";
import { JournalReader } from "./journalReader.ts";

/** A stage process that the input comes from, straight or through others, and what is known of it. */
export interface Source {
  readonly by: string;
  /** Runs that it is named with. */
  readonly runs: Set<string>;
  /** Whether a record of its own was in the input, or a filter took them all; else other journals and `end` records name it. */
  readonly onStream: boolean;
  /** Its `end` record, when the input has it. */
  end?: EndRecord;
  journal?: JournalReader;
  how?: Ending;
}

/** Sources by name. */
export type Sources = Map<string, Source>;

/** More stage processes than one report is ever made of; further ones in the input are not looked at. */
const SOURCES_MAX = 10_000;

/** Finds or adds a source. Undefined when there are too many. */
export function sourceNamed(sources: Sources, by: string, run: string, onStream: boolean): Source | undefined {
  const known = sources.get(by);
  known?.runs.add(run);
  if (known !== undefined || sources.size >= SOURCES_MAX) return known;
  const source = { by, runs: new Set([run]), onStream };
  sources.set(by, source);
  return source;
}

/** How a source ended, from its `end` in the input or its journal; undefined while its process may still write. */
export async function look(source: Source, stateFolder: string): Promise<Ending | undefined> {
  source.journal ??= await findJournal(source, stateFolder);
  const { journal } = source;
  if (journal === undefined) return source.end === undefined ? "open" : "ended";
  await journal.readOn();
  const said = whatIsSaid(source, journal);
  if (said !== undefined) return said;
  if (journal.header === undefined) return "open";
  const life = lifeOf(journal.header.process);
  // It may have written its end and gone since we read: what a process that is gone has written is there now.
  await journal.readOn();
  return whatIsSaid(source, journal) ?? IF_NOTHING_IS_SAID[life];
}

/** The `end` in the input proves that its reader took everything; else `closed` may come before or after an `end`. */
function whatIsSaid(source: Source, journal: JournalReader): Ending | undefined {
  if (source.end !== undefined) return "ended";
  if (journal.closed) return "closed";
  return journal.end === undefined ? undefined : "ended";
}

/** After a crash of the system an `end` that was written may be missing on disk, so nothing is known of an earlier boot. */
function lifeOf(process: ProcessIdentity): keyof typeof IF_NOTHING_IS_SAID {
  return process.boot === thisProcess().boot ? lives(process) : "elsewhere";
}

const IF_NOTHING_IS_SAID = { alive: undefined, gone: "cut", elsewhere: "open" } as const;

async function findJournal(source: Source, stateFolder: string): Promise<JournalReader | undefined> {
  for (const run of source.runs) {
    const path = journalPath(stateFolder, run, source.by);
    if (path === undefined) continue;
    const journal = new JournalReader(path);
    if (await journal.readOn()) return journal;
  }
  return undefined;
}

/** The `end` of a source, as the input or its journal has it. */
export function endOf(source: Source): EndRecord | undefined {
  return source.end ?? source.journal?.end;
}

/** What a stage is told of a source. */
export function sourceRecord({ by, runs, journal, end, how }: Source): SourceRecord {
  const { header } = journal ?? {};
  const [run = ""] = runs;
  return {
    type: "source",
    run,
    by,
    stage: header?.stage ?? end?.stage ?? stageOf(by),
    how: how ?? "open",
    ...(header?.selection && { selection: header.selection }),
    ...(header?.to !== undefined && { to: header.to }),
  };
}
