/** The part of a parser's error that this needs. */
export interface SyntaxFault {
    readonly code: string;
    readonly message: string;
    /** Where it is in the text. */
    readonly pos: readonly [start: number, end: number];
}
/** What is wrong with the YAML, and where. */
export interface SyntaxProblem {
    readonly offset: number;
    readonly message: string;
}
/**
 * A parser's first error in our words. The parser's own may show a piece of the source, and that may be a password; theirs are used
 * only where they can't.
 */
export declare function syntaxProblem(source: string, fault: SyntaxFault): SyntaxProblem;
