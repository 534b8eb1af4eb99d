import type { ServerSettings } from "../config/server.ts";
import type { Pool } from "../ftp/pool.ts";
import type { Session } from "../ftp/session.ts";
export interface SessionWork {
    readonly pool: Pool;
    readonly settings: Pick<ServerSettings, "connections" | "retries" | "retry_delay_ms">;
    readonly signal: AbortSignal;
}
/** What is known of a piece of work on sessions, also after it has failed. */
export declare class Tries {
    /** How often it was tried. One on a session that died while it lay idle or was led astray is none, nor is one that was misled. */
    count: number;
    /** The work sets it when the server has sent something in this try: then the session was alive. */
    heard: boolean;
    /** The work sets it when this try went on with what an earlier one had left, and that was to blame: it is given up, so the next one is no repetition. */
    misled: boolean;
    /** There was no session to be had: nothing else can be done on this server either. */
    serverIsGone: boolean;
}
/**
 * Does something on a session, again with back-off where that can help. Each try has a lease of its own, and none is held while
 * waiting. Rejects with the last try's `Fault`, or with the signal's `AbortError`.
 */
export declare function onSession<T>({ pool, settings, signal }: SessionWork, work: (session: Session) => Promise<T>, tries?: Tries): Promise<T>;
