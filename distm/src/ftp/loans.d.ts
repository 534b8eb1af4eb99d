import type { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Session } from "./session.ts";
/** What a session is wanted for: one file, one folder. It is the same object for each try at it. */
export interface Work {
    /** The server has sent something for it in this try. */
    readonly heard: boolean;
}
/** The sessions of a server that are lent now, and what for. */
export declare class Loans {
    #private;
    constructor({ timeout_ms }: Pick<ServerAddress, "timeout_ms">);
    get size(): number;
    /** One of them has been getting something for so long that the server lives, whatever else fails: a large file. */
    get someGetOn(): boolean;
    add(session: Session, work: Work): void;
    /** Calls back when those that are lent now have had the time to get on. Keeps no process alive. */
    later(look: () => void): void;
    remove(session: Session): void;
    /** Ends them all, whatever they are doing. */
    close(reason: Fault): void;
}
