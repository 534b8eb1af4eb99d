import { concat, defer, filter, finalize, merge, mergeMap, type OperatorFunction, tap } from "rxjs";
import type { Command } from "../../config/commandKind.ts";
import { currentGate, Gate, gated } from "../../flow/gate.ts";
import { onAbort } from "../../ftp/onAbort.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
import { AffectedServers } from "./affectedServers.ts";
import { startProgram } from "./program.ts";
import { ProgramInput } from "./programInput.ts";
import { ProgramNotes } from "./programNotes.ts";
import { recordsOf } from "./programOutput.ts";
import { shownCommand } from "./shownCommand.ts";
import { troubleOf } from "./trouble.ts";

/** Records that may wait in queues before the program. */
const PARKED_MAX = 1_000;

/** `grep` and its kin say with 1 that nothing matched, and nothing else; a script that died says why. */
function harmlessExitCode(lastWords: string): 0 | 1 {
  return lastWords === "" ? 1 : 0;
}

export interface Passage {
  readonly command: Command;
  /** Types of the records that go through the program. */
  readonly types: ReadonlySet<string>;
  readonly context: StageContext;
}

/**
 * One program for the whole stream: records of some types go through it, all others round it at once. While its stdin is full, or the
 * stream's gate is shut, the source waits.
 */
export function throughProgram({ command, types, context }: Passage): OperatorFunction<AnyRecord, AnyRecord> {
  return (source) =>
    defer(() => {
      const gate = new Gate(PARKED_MAX, currentGate());
      const program = startProgram(command, "pipe");
      const input = new ProgramInput(program.stdin, gate);
      const lastWords = new ProgramNotes(command, (message) => context.note(message)).listen(program.stderr);
      const affected = new AffectedServers(context);
      // Of what is over already: when the program is stopped, it may not have given that back, and the report must not look whole.
      const owed = new AffectedServers(context);
      const shown = shownCommand(command);
      const forgetAbort = onAbort(context.signal, () => program.stop());
      const goesRound = (record: AnyRecord): boolean => {
        if (!types.has(record.type)) return true;
        // The program is stopped then. Files are not begun any more, but what came of those before must reach the report.
        if (context.signal.aborted && record.type !== "file") return true;
        affected.add(record);
        if (record.type !== "file") owed.add(record);
        input.write(record);
        return false;
      };
      const failures = async (): Promise<readonly AnyRecord[]> => {
        const end = await program.ended;
        if (end.how === "stopped" && owed.none) return [];
        const words = lastWords();
        const trouble = troubleOf({ shown, end, harmless: harmlessExitCode(words), lastWords: words });
        if (trouble === undefined) return [];
        return end.how === "stopped" ? owed.failures(trouble) : affected.failures(trouble);
      };
      return concat(
        merge(
          recordsOf(program, shown, (message) => context.damaged(message)),
          source.pipe(filter(goesRound), tap({ complete: () => input.end() }), gated(gate)),
        ),
        defer(failures).pipe(mergeMap((records) => records)),
      ).pipe(
        finalize(() => {
          forgetAbort();
          program.stop();
          gate.close();
        }),
      );
    });
}
