import type { AnyRecord } from "../../records/record.ts";
/**
 * Arguments with the file's values in them. Throws a `Fault` where the record does not have one, or where it is not the file's
 * real name: a command is never run on another file.
 */
export declare function filledArguments(args: readonly string[], record: AnyRecord): string[];
/** Whether an argument has a place for a value that comes from a server. */
export declare function hasPlaceholder(arg: string): boolean;
