import type { Node } from "../config/node.ts";
import { type Environment } from "../config/variables.ts";
/** An option's value as a person writes it: in a pipeline's file, or after `--set`. */
export type Written = string | readonly string[] | Readonly<Record<string, string>>;
/** Undefined for what no option takes: nothing, and lists or maps of anything but texts. */
export declare function writtenIn(node: Node): Written | undefined;
/** The value with its variables replaced, or what is wrong with them. */
export declare function expandWritten(written: Written, env: Environment): {
    readonly written: Written;
} | {
    readonly problem: string;
};
/** A text with its variables replaced, or what is wrong with them. */
export declare function expandText(text: string, env: Environment): {
    readonly text: string;
} | {
    readonly problem: string;
};
/** The texts of a value; of a map, those without their keys. */
export declare function textsOf(written: Written): readonly string[];
/** The items as a command line takes them, each with a flag of its own: those of a map as `key=text`. */
export declare function itemsOf(written: Written): readonly string[];
/** `Array.isArray` does not tell lists that are read only. */
export declare function isList(written: Written): written is readonly string[];
