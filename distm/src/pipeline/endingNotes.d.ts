import type { Endings } from "./endings.ts";
/** What a person should know of how the input ended, each thing said once, and by one stage of a pipe only. */
export declare function endingNotes(endings: Endings): string[];
