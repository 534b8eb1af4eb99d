import { Fault } from "../records/fault.ts";
/** The fault that an error of a socket, of the resolver or of TLS stands for. `doing` says what was tried, for people. */
export declare function socketFault(doing: string, error: Error): Fault;
