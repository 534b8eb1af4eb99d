import { setTimeout as sleep } from "node:timers/promises";

/** What a program may need to take away its half-written files after SIGTERM. */
const GRACE_MS = 2_000;
/** SIGKILL works at once, but on a busy machine the system takes its time. Past it somebody hangs in the kernel. */
const LAST_WAIT_MS = 1_000;

/**
 * Ends a program and all that it has started, by the id of the group that it leads: SIGTERM, then SIGKILL for those that live on.
 * `ended` tells that none of them has its streams open. The waits keep this process from its own end: it would leave behind who
 * ignores SIGTERM. (Asking whether the group is there does not do: ended processes count until their new parent takes note.)
 */
export async function endGroup(leader: number, ended: Promise<unknown>): Promise<void> {
  signalGroup(leader, "SIGTERM");
  await atMost(GRACE_MS, ended);
  signalGroup(leader, "SIGKILL");
  await atMost(LAST_WAIT_MS, ended);
}

async function atMost(patience_ms: number, ended: Promise<unknown>): Promise<void> {
  const timer = new AbortController();
  // The timer that is taken back rejects; nobody waits for it any more.
  await Promise.race([ended, sleep(patience_ms, undefined, { signal: timer.signal }).catch(() => {})]);
  timer.abort();
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: all have ended. EPERM: those left have another user.
  }
}
