import type { Ending } from "../records/record.ts";
import type { Endings } from "./endings.ts";

const IN_WORDS: Readonly<Record<Exclude<Ending, "ended" | "closed">, string>> = {
  cut: "was killed or its output is damaged: what it had to say is not complete",
  open: "left no sign of how it ended (another machine, or too long ago): what it wrote is taken as whole",
};

/** What a person should know of how the input ended, each thing said by one stage of a pipe only. */
export function endingNotes(endings: Endings): string[] {
  const told = new Set(
    endings.ends.flatMap((end) => end.inputs.filter((input) => input.how !== "ended").map(({ by }) => by)),
  );
  const notes = endings.sources.flatMap(({ by, how }) =>
    how === "ended" || how === "closed" || told.has(by) ? [] : [`${by} ${IN_WORDS[how]}`],
  );
  return endings.empty ? ["nothing came in: did the command before this one start?", ...notes] : notes;
}
