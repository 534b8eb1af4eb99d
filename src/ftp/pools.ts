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
export class Pools {
  readonly #pools = new Map<string, { pool: Pool; uses: number }>();

  use(address: ServerAddress): PoolUse {
    const { host, port, user, password, secure, ca, insecure, encoding } = address;
    const key = JSON.stringify([host, port, user, password, secure, ca, insecure, encoding]);
    const shared = this.#pools.get(key) ?? { pool: new Pool(address), uses: 0 };
    this.#pools.set(key, shared);
    if (shared.uses === 0) shared.pool.resume(address);
    shared.uses++;
    let over = false;
    return {
      pool: shared.pool,
      end: () => {
        if (over) return;
        over = true;
        shared.uses--;
        if (shared.uses === 0) shared.pool.pause();
      },
    };
  }

  /** Closes every session. */
  close(): void {
    for (const { pool } of this.#pools.values()) pool.close();
    this.#pools.clear();
  }
}
