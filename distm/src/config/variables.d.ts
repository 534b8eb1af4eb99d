/** A variable of a text that the environment does not have. */
export declare class MissingVariable extends Error {
    readonly name = "MissingVariable";
    constructor(variable: string);
}
export type Environment = Readonly<Record<string, string | undefined>>;
/** Whether the text is something else after `expand`. */
export declare function hasVariables(text: string): boolean;
/** What is wrong with a text's variables, however the environment may be; undefined if nothing. */
export declare function malformedVariable(text: string): string | undefined;
/**
 * Replaces the variables, as a shell does: the default stands for one that is not set or empty. Of a text in which none is malformed.
 * Throws a `MissingVariable`.
 */
export declare function expand(text: string, env: Environment): string;
