import { type Kind } from "./kinds.ts";
declare const OPERATORS: readonly ["=", "!=", "<", "<=", ">", ">=", "~", "!~"];
/** A condition on one field of a record. */
export interface Condition {
    readonly field: string;
    /** `~`: the operand is a regular expression of JavaScript, for any part of the text. */
    readonly operator: (typeof OPERATORS)[number];
    readonly operand: string;
}
/** Conditions that all must hold: one text, or a list of them. */
export declare const conditions: Kind<readonly Condition[], string | readonly string[]>;
export {};
