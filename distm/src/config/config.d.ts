import type { KeyName } from "./keys.ts";
import { type Position } from "./place.ts";
/** A configuration file, checked but for what only the environment and other files can tell. Holds no secret but those in it. */
export interface Config {
    /** Absolute path. */
    readonly file: string;
    /** The path as the user wrote it, for messages. */
    readonly shown: string;
    readonly top: Section;
    readonly defaults: Section;
    /** By name, in the file's order. */
    readonly servers: ReadonlyMap<string, ServerEntry>;
}
export interface ServerEntry {
    /** Where its name stands. */
    readonly at: Position;
    /** Its place in the file, from 0. */
    readonly order: number;
    readonly keys: Section;
}
export type Section = ReadonlyMap<KeyName, Given>;
/** A value as the file has it: one text or a list of them, variables not yet replaced. */
export interface Given {
    readonly at: Position;
    readonly value: string | readonly string[];
}
/** The server of this name. Throws a `UsageError` with the nearest one. */
export declare function serverOf({ shown, servers }: Config, name: string): ServerEntry;
