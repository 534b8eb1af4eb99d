import { setTimeout as sleep } from "node:timers/promises";
import type { ServerSettings } from "../config/server.ts";
import { backOff } from "../ftp/backOff.ts";
import type { Lease } from "../ftp/lease.ts";
import type { Pool } from "../ftp/pool.ts";
import type { Session } from "../ftp/session.ts";
import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";

export interface SessionWork {
  readonly pool: Pool;
  readonly settings: Pick<ServerSettings, "connections" | "retries" | "retry_delay_ms">;
  readonly signal: AbortSignal;
}

/** What is known of a piece of work on sessions, also after it has failed. */
export class Tries {
  /** How often it was tried. One on a session that died while it lay idle or was led astray is none, nor is one that was misled. */
  count = 0;
  /** The work sets it when the server has sent something in this try: then the session was alive. */
  heard = false;
  /** The work sets it when this try went on with what an earlier one had left, and that was to blame: it is given up, so the next one is no repetition. */
  misled = false;
  /** There was no session to be had: nothing else can be done on this server either. */
  serverIsGone = false;
}

/** Faults that only a server can have which answers. */
const ANSWERS: readonly Code[] = ["not_found", "denied", "busy", "size_mismatch", "changed", "hash_mismatch"];

/**
 * Does something on a session, again with back-off where that can help. Each try has a lease of its own, and none is held while
 * waiting. Rejects with the last try's `Fault`, or with the signal's `AbortError`.
 */
export async function onSession<T>(
  { pool, settings, signal }: SessionWork,
  work: (session: Session) => Promise<T>,
  tries = new Tries(),
): Promise<T> {
  // No more can have died idle than there may be, unless others feed them back as fast as they die.
  let staleAllowed = settings.connections;
  for (;;) {
    let lease: Lease;
    try {
      // A promise costs more than all the rest of a lease.
      lease = pool.leaseNow(signal, tries) ?? (await pool.lease(signal, tries));
    } catch (error) {
      tries.serverIsGone = true;
      throw error;
    }
    tries.count++;
    tries.heard = false;
    tries.misled = false;
    try {
      const done = await work(lease.session);
      lease.succeeded();
      return done;
    } catch (error) {
      if (!(error instanceof Fault) || signal.aborted) throw error;
      const stale = error.retry && lease.reused && !lease.session.usable && !tries.heard && staleAllowed-- > 0;
      const { astray } = lease.session;
      if (!stale && !astray) tell(lease, error);
      const isFree = stale || astray || tries.misled;
      if (!(astray || canHelp(error, lease)) || (!isFree && tries.count > settings.retries)) throw error;
      if (isFree) tries.count--;
    } finally {
      lease.release();
    }
    if (tries.count > 0) await sleep(backOff(settings.retry_delay_ms, tries.count), undefined, { signal });
  }
}

/** A server that has forgotten a log-in takes another one; where the log-in was new, one more is forgotten as well (530). */
function canHelp(fault: Fault, lease: Lease): boolean {
  return fault.retry && (lease.reused || fault.code !== "denied");
}

/** Tells whether a failed try speaks for or against the server as a whole. */
function tell(lease: Lease, fault: Fault): void {
  if (ANSWERS.includes(fault.code)) lease.succeeded();
  else lease.failed(fault);
}
