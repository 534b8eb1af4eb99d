import type { Option } from "./options.ts";
/** A default as it would stand in the file: with a unit where it has one, a list of one as the one. Undefined if there is none, or nothing in it. */
export declare function writtenDefault({ kind, default: standard }: Option): unknown;
