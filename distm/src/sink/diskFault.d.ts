import { Fault } from "../records/fault.ts";
/**
 * What the system said about a file or folder, in words that an operator understands. A name that the disk does not take is
 * `unsafe_name`, all else is `disk`.
 */
export declare function diskFault(error: unknown, path: string): Fault;
