import type { Socket } from "node:net";
import { type Fact } from "./listingLine.ts";
import { type FolderNode, type TreeNode } from "./tree.ts";
/** What a server serves, and to whom. */
export interface Served {
    readonly tree: FolderNode;
    readonly user: string;
    readonly password: string;
}
/** What a server remembers of one control connection. */
export declare class FtpSession {
    #private;
    readonly served: Served;
    /** The name given with USER. */
    user: string;
    loggedIn: boolean;
    /** Set by QUIT. */
    over: boolean;
    /** The working folder, absolute. */
    folder: string;
    /** Where the next RETR starts (RFC 3659 5). */
    restartAt: number;
    /** What MLST and MLSD tell. */
    facts: readonly Fact[];
    constructor(control: Socket, served: Served);
    /** An argument as an absolute path; `..` never leads out of the root. */
    resolve(argument: string): string;
    find(argument: string): TreeNode | undefined;
    /** Writes a reply and waits until the system took it: a client that does not read is not read from either. */
    say(reply: string): Promise<void>;
    /** Makes the passive port ready for one more transfer, in place of the one before, and returns its number. */
    openData(): Promise<number>;
    /** Sends a file or a listing over the data connection; returns the reply that ends it (RFC 959 5.4). */
    transfer(bytes: Uint8Array): Promise<string>;
    closeData(): Promise<void>;
}
