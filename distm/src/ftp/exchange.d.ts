import { Fault } from "../records/fault.ts";
import type { Reply } from "./replyFault.ts";
/** A command, and who waits for its replies. */
export interface Exchange {
    /** "" for a greeting, which is waited for without a command. */
    readonly command: string;
    /** Takes a reply; true when it was the last one for this command. */
    onReply(reply: Reply): boolean;
    /** The connection ended before. */
    onLost(fault: Fault, by: EndedBy): void;
}
/** Whether a connection was closed by us (for good: what is under way is wanted no more) or lost. */
export type EndedBy = "us" | "them";
/** Who waits for the first reply that is not preliminary. */
export declare class Asked implements Exchange {
    #private;
    readonly command: string;
    readonly onLost: (fault: Fault) => void;
    constructor(command: string, answered: (reply: Reply) => void, lost: (fault: Fault) => void);
    onReply(reply: Reply): boolean;
}
/** A name with a line end would be a second command: it never leaves. */
export declare function unsafe(command: string): Fault | undefined;
/** What may be told of a command: never a password. */
export declare function verb(command: string): string;
