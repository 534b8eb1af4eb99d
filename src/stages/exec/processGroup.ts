import { setTimeout as sleep } from "node:timers/promises";

/** What a program may need to take away its half-written files after SIGTERM. */
const GRACE_MS = 2_000;
/** SIGKILL works at once, but on a busy machine the system takes its time. Past it a process hangs in the kernel. */
const LAST_WAIT_MS = 1_000;
const LOOK_AGAIN_MS = 20;

/**
 * Ends a program and all that it has started, by the id of the group that it leads: SIGTERM, then SIGKILL for those that live on.
 * Resolves when none is left. Until then this process does not end by itself, or it would leave behind who ignores SIGTERM.
 */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, "SIGTERM");
  if (await isGone(leader, GRACE_MS)) return;
  signalGroup(leader, "SIGKILL");
  await isGone(leader, LAST_WAIT_MS);
}

async function isGone(leader: number, patience_ms: number): Promise<boolean> {
  for (let waited_ms = 0; waited_ms < patience_ms; waited_ms += LOOK_AGAIN_MS) {
    if (!signalGroup(leader, 0)) return true;
    await sleep(LOOK_AGAIN_MS);
  }
  return false;
}

/** False when the group has nobody left, or nobody whom we may send signals. 0 sends none. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal);
  } catch {
    return false;
  }
}
