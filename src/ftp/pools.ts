import type { ServerAddress } from "./address.ts";
import { Pool } from "./pool.ts";

/** A stage's use of a server's pool. */
export interface PoolUse {
  readonly pool: Pool;
  /** This stage is done with the server; with the last one its sessions are closed. */
  end(): void;
}

/** Somebody who uses a pool. */
interface User {
  readonly patience: () => boolean;
}

function newlyShared(address: ServerAddress): { readonly pool: Pool; readonly users: Set<User> } {
  const pool = new Pool(address);
  const users = new Set<User>();
  pool.patience = () => [...users].every(({ patience }) => patience());
  return { pool, users };
}

/**
 * The pools of a process, one a server and log-in, shared by all stages: together they never hold more sessions than the
 * server's `connections` that the first of its present users gave. A pool stays when nobody uses it: what is known of its server, that
 * it is dead or how many sessions it takes, holds for who comes back.
 */
export class Pools {
  readonly #pools = new Map<string, { readonly pool: Pool; readonly users: Set<User> }>();

  /**
   * `patience`: see `Pool`. A user without it, such as a listing in this process, would hold the server's last session in this pool; so the
   * pool is as patient as the least patient of its users, and nobody waits for a session that is not there.
   */
  use(address: ServerAddress, patience: () => boolean = () => false): PoolUse {
    const { host, port, user, password, secure, ca, insecure, encoding } = address;
    const key = JSON.stringify([host, port, user, password, secure, ca, insecure, encoding]);
    const shared = this.#pools.get(key) ?? newlyShared(address);
    const { pool, users } = shared;
    this.#pools.set(key, shared);
    if (users.size === 0) pool.resume(address);
    const newcomer: User = { patience };
    users.add(newcomer);
    return {
      pool,
      end: () => {
        if (users.delete(newcomer) && users.size === 0) pool.pause();
      },
    };
  }

  /** Closes every session. */
  close(): void {
    for (const { pool } of this.#pools.values()) pool.close();
    this.#pools.clear();
  }
}
