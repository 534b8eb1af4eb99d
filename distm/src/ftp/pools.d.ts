import type { ServerAddress } from "./address.ts";
import { Pool } from "./pool.ts";
/** A stage's use of a server's pool. */
export interface PoolUse {
    readonly pool: Pool;
    /** This stage is done with the server; with the last one its sessions are closed. */
    end(): void;
}
/**
 * The pools of a process, one a server and log-in, shared by all stages: together they never hold more sessions than the
 * server's `connections` that the first of its present users gave. A pool stays when nobody uses it: what is known of its server, that
 * it is dead or how many sessions it takes, holds for who comes back.
 */
export declare class Pools {
    #private;
    /**
     * `patience`: see `Pool`. A user without it, such as a listing in this process, would hold the server's last session in this pool; so the
     * pool is as patient as the least patient of its users, and nobody waits for a session that is not there.
     */
    use(address: ServerAddress, patience?: () => boolean): PoolUse;
    /** Closes every session. */
    close(): void;
}
