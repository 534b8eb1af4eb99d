import { printable } from "../records/printable.ts";
import { lives, type ProcessIdentity, thisProcess } from "../records/processIdentity.ts";
import { type Holder, mutexPath } from "./lockFile.ts";

/** Who keeps a lock from being taken, for people. */
export function describeHolder(path: string, { run, since, ...holder }: Holder): string {
  return `the run ${printable(run)} works on its folder: ${who(holder)}, since ${printable(since)}${howToMend(path, holder)}`;
}

/** The same while the lock file is being changed by somebody else. */
export function describeBusy(path: string, owner: ProcessIdentity | undefined): string {
  const mutex = mutexPath(path);
  if (owner === undefined)
    return `its lock is being changed, nobody can tell by whom; if no run is active, remove ${printable(mutex)}`;
  return `its lock is being changed for very long: ${who(owner)}${howToMend(mutex, owner)}`;
}

function who({ pid, host }: ProcessIdentity): string {
  return `process ${pid} on ${host === thisProcess().host ? "this host" : printable(host)}`;
}

function howToMend(path: string, holder: ProcessIdentity): string {
  if (lives(holder) !== "elsewhere") return "";
  return ` (it can't be seen from here whether it still runs; if not, remove ${printable(path)})`;
}
