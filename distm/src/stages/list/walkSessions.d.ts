import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { type SessionWork } from "../onSession.ts";
/** A walk's work on sessions, one piece after the other. */
export declare class WalkSessions {
    #private;
    constructor(work: SessionWork);
    with<T>(work: (session: Session) => Promise<T>): Promise<T>;
    /** The fault of one piece of work, after which the walk goes on. Throws what ends it: no session is to be had, a signal, a bug. */
    survived(error: unknown): Fault;
}
