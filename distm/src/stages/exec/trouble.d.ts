import type { ProgramEnd } from "./program.ts";
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
export declare function troubleOf({ shown, end, harmless, lastWords }: TroubleRequest): string | undefined;
