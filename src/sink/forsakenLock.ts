import { thisProcess } from "../records/processIdentity.ts";
import { type LockRequest, lockPath, notePath } from "./lock.ts";
import { changeHolders } from "./lockFile.ts";
import { noteParts } from "./partsMarker.ts";

/**
 * Gives back the lock that a thread of this process held for a run when it died: the process lives on, and nobody would ever take the
 * holder for dead. Not while another thread of it works on the same server for the same run. Never throws: what can't be given back ends
 * with the process.
 */
export function giveBackForsaken({
  bufferPath,
  server,
  run,
}: Pick<LockRequest, "bufferPath" | "server" | "run">): void {
  const here = thisProcess();
  try {
    const path = lockPath(bufferPath, server);
    changeHolders(path, (holders) => {
      const others = holders.filter(
        ({ pid, host, boot, run: its }) =>
          !(pid === here.pid && host === here.host && boot === here.boot && its === run),
      );
      if (others.length === holders.length) return undefined;
      noteParts(notePath(path), here.boot);
      return others;
    });
  } catch {
    // The disk is gone or read-only.
  }
}
