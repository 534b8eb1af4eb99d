import type { Code } from "../records/codes.ts";
/** What a reply code stands for. */
export interface ReplyMeaning {
    readonly meaning: string;
    /** Where it is defined, and where it is given a further meaning that matters to who reads files. */
    readonly section: string;
    readonly code: Code;
}
/**
 * The one table of negative replies: those of RFC 959, 1123, 2228, 2389, 2428, 2640, 3659 and 4217, and 332, with which a log-in may end.
 * What a reply's text says goes first: `BY_TEXT`.
 */
export declare const REPLIES: Readonly<Record<number, ReplyMeaning>>;
/** Of replies that are in no table, the first digit says whether trying again can help (RFC 959 §4.2.1). */
export declare const OTHER_REPLIES: readonly (ReplyMeaning & {
    readonly first: number;
    readonly reply: string;
})[];
/** Replies whose text says more than their code; the first that matches wins. */
export declare const BY_TEXT: readonly [replies: readonly number[], text: RegExp, code: Code][];
