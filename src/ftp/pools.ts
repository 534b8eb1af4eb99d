import { hostKey, type ServerAddress } from "./address.ts";
import type { AutoShare } from "./autoShare.ts";
import { Link } from "./link.ts";
import { Pool } from "./pool.ts";
import { autoShareIn, newOverall } from "./poolShares.ts";

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

interface Shared {
  readonly pool: Pool;
  readonly users: Set<User>;
}

export interface PoolsRequest {
  /** What all threads that work on a harvest share: that of the `Pools` of another one of them. */
  readonly overall?: SharedArrayBuffer | undefined;
  /** Where another thread sees how many spare sessions are held here (`connections: auto`), and gives them back if this one dies. */
  readonly held?: SharedArrayBuffer | undefined;
}

/**
 * The pools of a process, one a server and log-in, shared by all stages: together they never hold more sessions than the
 * server's `connections` that the first of its present users gave. A pool stays when nobody uses it: what is known of its server, that
 * it is dead or how many sessions it takes, holds for who comes back.
 */
export class Pools {
  readonly #pools = new Map<string, Shared>();
  readonly #overall: Link;
  /** Of those with `connections: auto`. */
  readonly auto: AutoShare;
  /** By host and port. */
  readonly #links = new Map<string, Link>();

  constructor({ overall = newOverall(), held }: PoolsRequest = {}) {
    this.#overall = new Link(overall);
    this.auto = autoShareIn(overall, held);
  }

  /** Where the overall rate and the spare sessions stand, for other threads that work on the same harvest. */
  get overall(): SharedArrayBuffer {
    return this.#overall.state;
  }

  /**
   * `patience`: see `Pool`. A user without it, such as a listing in this process, would hold the server's last session in this pool; so the
   * pool is as patient as the least patient of its users, and nobody waits for a session that is not there.
   */
  use(address: ServerAddress, patience: () => boolean = () => false): PoolUse {
    const { user, password, secure, ca, insecure, encoding } = address;
    const key = JSON.stringify([hostKey(address), user, password, secure, ca, insecure, encoding]);
    const shared = this.#pools.get(key) ?? this.#newlyShared(address);
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

  #newlyShared(address: ServerAddress): Shared {
    const users = new Set<User>();
    const pool = new Pool(address, { own: this.#linkTo(address), overall: this.#overall, auto: this.auto });
    pool.patience = () => [...users].every(({ patience }) => patience());
    return { pool, users };
  }

  #linkTo(address: ServerAddress): Link {
    const key = hostKey(address);
    const link = this.#links.get(key) ?? new Link();
    this.#links.set(key, link);
    return link;
  }

  /** Closes every session. */
  close(): void {
    for (const { pool } of this.#pools.values()) pool.close();
    this.#pools.clear();
  }
}
