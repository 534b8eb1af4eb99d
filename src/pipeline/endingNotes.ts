import type { Ending } from "../records/record.ts";
import type { Endings } from "./endings.ts";

/** What a person should know of how the input ended, each thing said once, and by one stage of a pipe only. */
export function endingNotes(endings: Endings): string[] {
  const told = new Set(
    endings.ends.flatMap((end) => end.inputs.filter((input) => input.how !== "ended").map(({ by }) => by)),
  );
  const untold = (how: Ending) => endings.sources.filter((source) => source.how === how && !told.has(source.by));
  const notes = IN_WORDS.flatMap(([how, words]) => {
    const names = untold(how).map(({ by }) => by);
    return names.length === 0 ? [] : [`${some(names)} ${words}`];
  });
  return endings.empty
    ? ["nothing came in: did the command before this one start, or did a filter take everything?", ...notes]
    : notes;
}

const IN_WORDS: readonly (readonly [how: Ending, words: string])[] = [
  ["cut", "was killed or its output is damaged: what it had to say is not complete"],
  ["open", "left no sign of how it ended (another machine, or too long ago): what it wrote is taken as whole"],
];

/** Many streams in one input, saved long ago: their names tell a person nothing more. */
const NAMES_MAX = 3;

function some(names: readonly string[]): string {
  const more = names.length - NAMES_MAX;
  const shown = names.slice(0, NAMES_MAX).join(", ");
  return more > 0 ? `each of ${shown} and ${more} more` : names.length > 1 ? `each of ${shown}` : shown;
}
