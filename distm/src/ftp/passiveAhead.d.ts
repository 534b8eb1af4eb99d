import type { Fault } from "../records/fault.ts";
import type { EndedBy, Exchange } from "./exchange.ts";
import type { Reply } from "./replyFault.ts";
/**
 * What shows that a session was led astray: a `reply` out of turn, or a `break` (of a connection, or silence) such as there are on any line.
 */
export type AstraySign = "reply" | "break";
/** What became of a passive command that was sent ahead. */
export type AheadOutcome = {
    readonly kind: "port";
    readonly port: number;
}
/** Refused in its turn: it may be sent again. */
 | {
    readonly kind: "refused";
}
/** Nobody knows any more which reply belongs to which command; or `us`: we closed the connection. */
 | {
    readonly kind: "lost";
    readonly by: EndedBy;
};
/**
 * The passive command for the next transfer, sent in one write behind the command of this one: it costs no round trip of its own. RFC 959
 * and 2428 say nothing on it; what comes in any other order than commands were sent is a surprise, after which the session is of no use.
 */
export declare class PassiveAhead implements Exchange {
    #private;
    readonly command: "EPSV" | "PASV";
    /** Behind a transfer it is a liberty: servers may look at it in the middle of that. Behind another command it is plain pipelining. */
    readonly behind: "transfer" | "command";
    readonly sent_ms: number;
    /** @param onAstray called when replies don't come in turn, or the connection is lost before the answer */
    constructor(command: "EPSV" | "PASV", behind: "transfer" | "command", onAstray: (sign: AstraySign) => void);
    /** Undefined while the server has not answered. */
    get outcome(): AheadOutcome | undefined;
    /** Calls back with the outcome, at once if it is there. For one who waits; a later one takes its place. */
    whenKnown(tell: (outcome: AheadOutcome) => void): void;
    /** It takes too long. */
    giveUp(): void;
    onReply(reply: Reply): boolean;
    onLost(_: Fault, by: EndedBy): void;
}
