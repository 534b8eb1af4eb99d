import type { ServerSettings } from "../../config/server.ts";
import { type LockRequest } from "../../sink/lock.ts";
import type { Sink } from "../../sink/sink.ts";
type FolderRequest = Required<Pick<LockRequest, "run" | "server" | "waitMs" | "signal">>;
/** A server's folder here: the lock on it, the sink that writes to it, and what earlier runs left in it. */
export declare class ServerFolder {
    #private;
    constructor(request: FolderRequest);
    /** Its sink; the same until it is closed. Rejects with a `Fault`, or with the signal's `AbortError`. One call at a time. */
    open({ buffer_path: bufferPath, max_name: maxName, fsync }: ServerSettings): Promise<Sink>;
    /**
     * Gives the lock back; it may be opened again.
     *
     * On a slow disk a thread may still write to a part file then. That harms no other run: the sink has ended it, so what it writes to has lost
     * its name; and no other process would have used that name either.
     */
    close(): void;
}
export {};
