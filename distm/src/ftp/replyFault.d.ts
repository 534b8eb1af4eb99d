import { Fault } from "../records/fault.ts";
/** What a server says after a command (RFC 959 §4.2). */
export interface Reply {
    readonly code: number;
    /** All its lines, codes included, bytes as latin1. Never for messages: it may repeat the password. */
    readonly text: string;
    /** The same without the password. */
    readonly shown: string;
}
/** RFC 959 §4.2.1: 2xx, the command is done. */
export declare function isPositive({ code }: Pick<Reply, "code">): boolean;
/**
 * The fault that a negative or unexpected reply stands for. `doing` says what was asked, for people. After a 530 another session may
 * be let in.
 */
export declare function replyFault(doing: string, reply: Reply): Fault;
/**
 * The same for a refused log-in, where a plain 530 means user or password, not a right on a file, and a 421 that nothing was cut off: the
 * server takes nobody now, often because it has enough.
 */
export declare function loginFault(reply: Reply): Fault;
/** A reply that must be positive. Throws its `Fault` otherwise. */
export declare function demand(doing: string, reply: Reply): Reply;
/** A reply in one line, its bytes read as UTF-8, without the password and without what a terminal must not be shown. */
export declare function replyText(reply: Reply): string;
