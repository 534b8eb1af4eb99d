import { Fault } from "../../records/fault.ts";
/** A server has more than a walk may take in. Asked again, it would have as much. */
export declare function tooMuch(why: string): Fault;
