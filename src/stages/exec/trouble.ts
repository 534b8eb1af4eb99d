import type { ProgramEnd } from "./program.ts";

/** Characters of a program's last line in a message. */
const LONGEST_WORDS = 200;

export interface TroubleRequest {
  /** The program, as messages name it. */
  readonly shown: string;
  readonly end: ProgramEnd;
  /** The highest exit code that is no failure. */
  readonly harmless: number;
  /** The last line of its stderr; "" if there was none. */
  readonly lastWords: string;
}

/** Why a program's end is a failure, in a sentence for people; undefined if it is none. */
export function troubleOf({ shown, end, harmless, lastWords }: TroubleRequest): string | undefined {
  const happened = whatHappened(end, harmless);
  if (happened === undefined) return undefined;
  return `${shown}${happened}${lastWords === "" ? "" : `: ${lastWords.slice(0, LONGEST_WORDS)}`}`;
}

function whatHappened(end: ProgramEnd, harmless: number): string | undefined {
  if (end.how === "exited") return end.code > harmless ? `: exit code ${end.code}` : undefined;
  if (end.how === "killed") return ` was killed by ${end.signal}`;
  return end.how === "unstarted" ? `: ${end.why}` : " was stopped";
}
