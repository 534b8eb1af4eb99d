import { randomUUID } from "node:crypto";
import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Fault } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { printable } from "../records/printable.ts";
import { thisProcess } from "../records/processIdentity.ts";
import { diskFault } from "./diskFault.ts";
import { changeHolders, type Holder, readHolders } from "./lockFile.ts";
import { describeBusy, describeHolder } from "./lockWords.ts";
import { endDoubt, type LeftParts, noteParts, takeNote } from "./partsMarker.ts";
import { unsafeServerReason } from "./safeName.ts";

export interface LockRequest {
  /** The folder that holds the servers' folders; made when missing. */
  readonly bufferPath: string;
  readonly server: string;
  /** The harvest that the lock is for: its processes share it, others are kept out. */
  readonly run: string;
  /** How long to wait for another run to let go; default 0: not at all. */
  readonly waitMs?: number;
  /** Told once, when another run is waited for: who it is. */
  readonly onWait?: (why: string) => void;
  /** Ends the waiting, with the signal's `AbortError`. */
  readonly signal?: AbortSignal;
}

export interface Lock {
  /** Eight hex digits that stand for this process while it holds the lock: in the names of its part files. */
  readonly owner: string;
  /** What earlier runs left: told once, to the first holder of a run. */
  readonly left: LeftParts;
  /** Whether one of the present holders has this `owner`. */
  isHeldBy(owner: string): boolean;
  /**
   * Lets go; another run is told that part files were left: `sound` where none of them is in doubt any more. Synchronous, never throws; a
   * second call does nothing.
   */
  release(left?: "nothing" | "sound" | "parts"): void;
}

/**
 * Takes the lock on a server's folder: the file `.<server>.fh-lock` beside it, which names the processes that hold it. Processes
 * that died without letting go hold nothing; those of other hosts count as alive. May be taken several times.
 *
 * Rejects with a `Fault`: `locked` (who holds it, since when), `disk`, `unsafe_name`.
 */
export async function takeLock({ bufferPath, server, run, waitMs = 0, onWait, signal }: LockRequest): Promise<Lock> {
  signal?.throwIfAborted();
  const path = lockPath(bufferPath, server);
  const started_ms = performance.now();
  let isTold = false;
  for (let pause_ms = FIRST_PAUSE_ms; ; pause_ms = Math.min(pause_ms * 2, LONGEST_PAUSE_ms)) {
    const answer = ask(path, run);
    if ("lock" in answer) return answer.lock;
    const patience_ms = answer.held ? waitMs : Math.max(waitMs, TURN_PATIENCE_ms);
    const left_ms = patience_ms - (performance.now() - started_ms);
    if (left_ms <= 0) throw new Fault("locked", `${printable(server)}: ${answer.why}`);
    if (answer.held && !isTold) onWait?.(answer.why);
    isTold ||= answer.held;
    await sleep(Math.min(pause_ms, left_ms), undefined, { signal });
  }
}

const FIRST_PAUSE_ms = 5;

/** A run takes seconds to hours: asking four times a second costs nothing and wastes little. */
const LONGEST_PAUSE_ms = 250;

/** Changing the lock file takes far less than a millisecond; who needs longer was stopped in the middle. */
const TURN_PATIENCE_ms = 5000;

/** The same while everything in the process waits. */
const RELEASE_PATIENCE_ms = 500;

type Answer =
  | { readonly lock: Lock }
  /** `held`: by another run; else the lock file was being changed. */
  | { readonly held: boolean; readonly why: string };

/** A lock that this process holds, as often as `count` says. */
interface Hold {
  readonly key: string;
  readonly path: string;
  readonly id: string;
  count: number;
}

const holds = new Map<string, Hold>();

/** Holders of this process that could not be taken out of their file yet; done when it is changed the next time, or later. */
const departed = new Set<string>();

/** Where it lies; the folder is made when missing. Throws a `Fault`. */
export function lockPath(bufferPath: string, server: string): string {
  const reason = unsafeServerReason(server);
  if (reason !== undefined) throw new Fault("unsafe_name", `"${printable(server)}": ${reason}`);
  try {
    makeFolder(bufferPath);
    return join(realpathSync(bufferPath), `.${server}.fh-lock`);
  } catch (error) {
    throw diskFault(error, resolve(bufferPath));
  }
}

function ask(path: string, run: string): Answer {
  const key = `${path}\0${run}`;
  const held = holds.get(key);
  if (held !== undefined) {
    held.count++;
    return { lock: lockOn(held, "none") };
  }
  const id = randomUUID();
  let other: Holder | undefined;
  let first = false;
  const turn = change(path, (holders) => {
    first = holders.length === 0;
    other = holders.find((holder) => holder.run !== run);
    return other === undefined
      ? [...holders, { ...thisProcess(), run, since: new Date().toISOString(), id }]
      : undefined;
  });
  if (!turn.had) return { held: false, why: describeBusy(path, turn.owner) };
  if (other !== undefined) return { held: true, why: describeHolder(path, other) };
  const hold: Hold = { key, path, id, count: 1 };
  holds.set(key, hold);
  // The lock names this process already: if it is killed here, the next run looks for what was left all the same.
  return { lock: lockOn(hold, first ? takeNote(notePath(path), thisProcess().boot) : "none") };
}

function lockOn(hold: Hold, left: LeftParts): Lock {
  let released = false;
  return {
    owner: ownerOf(hold),
    left,
    isHeldBy: (owner) => isHeldBy(hold.path, owner),
    release(leaving = "nothing") {
      if (released) return;
      released = true;
      // Sound ones under a note of doubt: a file that takes several runs would be begun anew in each of them.
      if (left === "doubtful" && leaving !== "parts") endDoubt(notePath(hold.path));
      if (leaving !== "nothing") noteParts(notePath(hold.path), thisProcess().boot);
      hold.count--;
      if (hold.count === 0) leave(hold);
    },
  };
}

function ownerOf({ id }: Pick<Holder, "id">): string {
  return id.slice(0, 8);
}

/** Where nobody can tell, they are taken for one. */
function isHeldBy(path: string, owner: string): boolean {
  try {
    return readHolders(path).some((holder) => ownerOf(holder) === owner);
  } catch {
    return true;
  }
}

/** The note beside it on part files. */
export function notePath(path: string): string {
  return path.replace(/lock$/, "parts");
}

function leave({ key, path, id }: Hold): void {
  holds.delete(key);
  departed.add(id);
  const started_ms = performance.now();
  while (!isSeenTo(path, id)) {
    if (performance.now() - started_ms > RELEASE_PATIENCE_ms) return leaveLater(path, id);
    pause();
  }
}

/** A process that lives on and never asks for this lock again must not seem to hold it. This keeps no process alive. */
function leaveLater(path: string, id: string): void {
  const again = () => {
    if (!isSeenTo(path, id)) leaveLater(path, id);
  };
  setTimeout(again, LONGEST_PAUSE_ms).unref();
}

/** It is out of the file, or there is nothing more to be done; false where it gets no turn. */
function isSeenTo(path: string, id: string): boolean {
  try {
    if (!change(path, (holders) => holders).had) return false;
    departed.delete(id);
  } catch {
    // The disk is gone or read-only. The file still names this process, which will not live for ever.
  }
  return true;
}

type Change = (holders: readonly Holder[]) => readonly Holder[] | undefined;

/**
 * As `changeHolders`, without those that have let go already. Who died may have left part files: that is noted, for the lock forgets it.
 * Throws a `Fault` `disk`.
 */
function change(path: string, to: Change): ReturnType<typeof changeHolders> {
  try {
    return changeHolders(path, (holders, dead) => {
      for (const { boot } of dead) noteParts(notePath(path), boot);
      const present = holders.filter(({ id }) => !departed.has(id));
      // Also where nothing else changes: of two processes that wait, each would keep out the other with what it has let go.
      return to(present) ?? (present.length < holders.length ? present : undefined);
    });
  } catch (error) {
    throw diskFault(error, path);
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}
