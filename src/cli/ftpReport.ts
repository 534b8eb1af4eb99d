import { lastValueFrom, tap } from "rxjs";
import { endingNotes } from "../pipeline/endingNotes.ts";
import type { Endings } from "../pipeline/endings.ts";
import { pruneJournals } from "../pipeline/journalPrune.ts";
import { lateBy } from "../pipeline/lateBy.ts";
import { watchedInput } from "../pipeline/watchedInput.ts";
import { foldCodes } from "../records/exitCode.ts";
import { ResultCollector } from "../stages/report/resultCollector.ts";
import { reportStage } from "../stages/report.ts";
import { commandLine, parse } from "./commandLine.ts";
import { inputOptions } from "./inputOptions.ts";
import type { CommandRun } from "./main.ts";
import { printAndClose } from "./printResult.ts";
import { input } from "./stageCommand.ts";
import type { World } from "./world.ts";

const options = { ...reportStage.options, allowEmpty: inputOptions.allowEmpty };

/** `ftp-report [--format json|rows|table|csv]` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-report", reportStage.summary, reportStage.examples);
  const { values } = parse(line, options, args, world);
  const { withUnchanged, allowEmpty, format } = values;
  const collector = new ResultCollector({ withUnchanged, allowEmpty, note: (message) => world.terminal.note(message) });
  try {
    const endings = await collect(collector, allowEmpty, world);
    const code = foldCodes(world.signals.code(), endings.empty && allowEmpty ? 0 : endings.code);
    // Those before could not start and have said why: there is nothing to report.
    if (foldCodes(code, ...endings.ends.map((end) => end.code)) === 2) return 2;
    return foldCodes(code, await printAndClose(await collector.finish(), format, world));
  } finally {
    collector.close();
  }
};

/** Stages wind down in three seconds and less. Who has got no signal, or hangs, is waited for no longer. */
const LAST_WORDS_MS = 15_000;

/** They alone know what failed. Only the report looks for them: to a stage that fetches a saved listing anew they are of the past. */
const HIDDEN: ReadonlySet<string> = new Set(["fetch", "exec"]);

/**
 * Takes all records in. A signal does not end the reading at once: those before get it as well, wind down, and what they have done is
 * reported.
 */
async function collect(collector: ResultCollector, allowEmpty: boolean, world: World): Promise<Endings> {
  const { stateFolder, terminal, signals } = world;
  const runs = new Set<string>();
  let endings: Endings | undefined;
  const records = watchedInput({
    input: input(world),
    stateFolder,
    hidden: HIDDEN,
    stop: lateBy(LAST_WORDS_MS, signals.signal),
    onSource: (_, itsRun) => runs.add(itsRun),
    onEndings(found) {
      endings = found;
    },
  });
  await lastValueFrom(records.pipe(tap((record) => collector.add(record))), { defaultValue: undefined });
  if (endings === undefined) throw new Error("the input ended without its endings");
  for (const source of endings.sources) collector.add(source);
  collector.signalled(world.signals.code());
  if (!endings.ends.some((end) => end.code === 2)) {
    for (const message of endingNotes(endings)) if (!(endings.empty && allowEmpty)) terminal.note(message);
  }
  await pruneJournals({ stateFolder, keep: runs });
  return endings;
}
