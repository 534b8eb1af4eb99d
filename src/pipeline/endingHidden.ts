import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { stageOf } from "../records/endRecord.ts";
import { type Source, type Sources, sourceNamed } from "./endingSource.ts";
import { isFileName, runsFolder } from "./journalFolder.ts";
import { JournalReader } from "./journalReader.ts";

export interface HiddenOptions {
  readonly stateFolder: string;
  /** Stages whose processes are looked for. */
  readonly stages: ReadonlySet<string>;
}

/** Journals looked at in a run's folder, the newest first; a saved listing that is fetched every ten minutes makes as many in a week. */
const LOOKED_AT = 1_000;

/**
 * Adds the stage processes that read from one of `loose`, or from one of these, and of which a filter took every record: they are taken
 * as seen. Nobody can tell whether such a one stood in this very pipe or fetched the same saved listing at another time, so all count:
 * too many failures are better than too few.
 */
export async function addHidden(loose: readonly Source[], sources: Sources, options: HiddenOptions): Promise<void> {
  const names = new Set(loose.map(({ by }) => by));
  for (const run of new Set(loose.flatMap(({ runs }) => [...runs]))) {
    const readers = await unknownReaders(run, sources, options);
    let found: Reader[];
    do {
      found = readers.filter(({ by, froms }) => !names.has(by) && froms.some((from) => names.has(from)));
      for (const { by } of found) {
        names.add(by);
        sourceNamed(sources, by, run, true);
      }
    } while (found.length > 0);
  }
}

async function unknownReaders(run: string, sources: Sources, options: HiddenOptions): Promise<Reader[]> {
  const readers: Reader[] = [];
  for (const { by, path } of await newestJournals(run, options)) {
    // One that takes in many runs has its journal in each.
    if (sources.has(by)) continue;
    const journal = new JournalReader(path);
    await journal.readOn();
    readers.push({ by, froms: journal.froms.map((from) => from.by) });
  }
  return readers;
}

/** A stage process and those that it reads from. */
interface Reader {
  readonly by: string;
  readonly froms: readonly string[];
}

async function newestJournals(run: string, { stateFolder, stages }: HiddenOptions): Promise<JournalFile[]> {
  if (stages.size === 0 || !isFileName(run)) return [];
  const folder = join(runsFolder(stateFolder), run);
  const files: JournalFile[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    const by = name.replace(/\.ndjson$/, "");
    if (by === name || !stages.has(stageOf(by))) continue;
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined) files.push({ by, path, written_ms: facts.mtimeMs });
  }
  return files.sort((a, b) => b.written_ms - a.written_ms).slice(0, LOOKED_AT);
}

/** A journal as its folder shows it. */
interface JournalFile {
  readonly by: string;
  readonly path: string;
  readonly written_ms: number;
}
