import { Fault } from "../records/fault.ts";
import { type Reply } from "./replyFault.ts";
/** Why a control connection ended: an error of its socket, of basic-ftp or of the line reader. `doing` says what was tried, for people. */
export declare function controlFault(doing: string, error: Error): Fault;
/**
 * Replies that end a session, whatever was asked: with 421 the server closes the connection (RFC 959 §5.4), and after 530 it has
 * forgotten, or never took, the log-in (§4.2.2): each further command would be refused as well.
 */
export declare function endsSession(reply: Reply): boolean;
/** Why the connection is of no use after a reply that ends the session, or one that nobody waits for. */
export declare function sessionFault(reply: Reply): Fault;
/** More than `most` replies to one command, none of them the last. */
export declare function tooManyReplies(most: number, reply: Reply): Fault;
