import { setTimeout as sleep } from "node:timers/promises";
import type { ServerSettings } from "../../config/server.ts";
import { backOff } from "../../ftp/backOff.ts";
import type { Lease } from "../../ftp/lease.ts";
import type { Pool } from "../../ftp/pool.ts";
import type { Session } from "../../ftp/session.ts";
import type { StreamWatch } from "./pieceStream.ts";
import { SHARERS_AGAIN } from "./pieces.ts";
import type { Segmenting } from "./segmenting.ts";
import type { Streams } from "./streams.ts";

export interface SpareRequest {
  readonly pool: Pool;
  readonly settings: Pick<ServerSettings, "retry_delay_ms">;
  readonly signal: AbortSignal;
  readonly segmenting: Segmenting;
}

/** The file that it works on. */
export interface Helped {
  readonly streams: Streams;
  /** Sessions for it, at most. */
  readonly most: number;
  /** Whether something is left to be done after a fault of a helping session. */
  goesOnAfter(error: unknown, lease: Lease, work: { readonly heard: boolean }): boolean;
  /** A session that helped is given back. */
  gaveBack(): void;
}

/**
 * A spare session of the server's pool for one file, and another one after that, for as long as there is something to do. It comes when it can be
 * had, and goes when somebody else waits for it.
 */
export class SpareSession {
  readonly #request: SpareRequest;
  readonly #file: Helped;
  readonly #leave = new AbortController();
  #works = false;

  constructor(request: SpareRequest, file: Helped) {
    this.#request = request;
    this.#file = file;
  }

  /** It has a session, or else only waits for one. */
  get works(): boolean {
    return this.#works;
  }

  /** A session that works is closed by it. */
  leave(): void {
    this.#leave.abort();
  }

  /** Never rejects. */
  async help(): Promise<void> {
    try {
      await this.#help(AbortSignal.any([this.#request.signal, this.#leave.signal]));
    } finally {
      // Node keeps a signal that depends on a longer-lived one, with all who listen to it, until it is aborted.
      this.#leave.abort();
    }
  }

  async #help(signal: AbortSignal): Promise<void> {
    const { pool, segmenting, settings } = this.#request;
    const { streams } = this.#file;
    for (let failures = 0; !streams.isOver && segmenting.isTrusted && streams.canBeShared; ) {
      const work = { heard: false };
      let lease: Lease;
      try {
        lease = await pool.leaseSpare(signal, work);
      } catch {
        // Also where the server lets nobody in any more: the first session will find out.
        return;
      }
      this.#works = true;
      try {
        await this.#workOn(lease.session, work);
        if (work.heard) lease.succeeded();
      } catch (error) {
        if (signal.aborted || !this.#file.goesOnAfter(error, lease, work)) return;
        failures++;
      } finally {
        lease.release();
        this.#works = false;
        this.#file.gaveBack();
      }
      const delay_ms = failures === 0 ? 0 : backOff(settings.retry_delay_ms, failures);
      await sleep(delay_ms, undefined, { signal }).catch(() => {});
    }
  }

  /** Until there is nothing to do, or somebody waits for a session. */
  async #workOn(session: Session, work: { heard: boolean }): Promise<void> {
    const { pool, segmenting } = this.#request;
    const { streams, most } = this.#file;
    let began_ms = 0;
    const isOver = (bytes: number) =>
      streams.isOver || (pool.isShort && segmenting.isWorthIt(bytes, performance.now() - began_ms));
    const watch: StreamWatch = {
      cameSoFar(bytes) {
        work.heard = true;
        return isOver(bytes) ? "enough" : "more";
      },
    };
    let sharers = 1 + Math.max(1, most - streams.count);
    for (; !streams.isOver && segmenting.isTrusted && session.usable; sharers = SHARERS_AGAIN) {
      const piece = pool.isShort ? undefined : streams.next(sharers);
      if (piece === undefined) return;
      began_ms = performance.now();
      await streams.fetch(session, piece, watch);
    }
  }
}
