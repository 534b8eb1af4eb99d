import type { Position } from "./place.ts";
/**
 * What a configuration file holds, free of YAML: texts as they stand in the source, lists, maps with aliases and merge keys
 * resolved. Nodes that are named by aliases are shared, not copied: look no deeper than you know the shape.
 */
export type Node = TextNode | ListNode | MapNode | NothingNode;
/** A scalar: its source text, or its value where it is quoted. */
export interface TextNode {
    readonly is: "text";
    readonly at: Position;
    readonly text: string;
}
/** No value, or YAML's null. */
export interface NothingNode {
    readonly is: "nothing";
    readonly at: Position;
}
export interface ListNode {
    readonly is: "list";
    readonly at: Position;
    readonly items: readonly Node[];
}
/** In the file's order; every key once. */
export interface MapNode {
    readonly is: "map";
    readonly at: Position;
    readonly entries: ReadonlyMap<string, Entry>;
}
export interface Entry {
    /** Where the key stands. */
    readonly at: Position;
    readonly value: Node;
}
/** What a node is, in the words of a message. */
export declare const FOUND: {
    readonly text: "a text";
    readonly list: "a list";
    readonly map: "a map";
    readonly nothing: "nothing";
};
