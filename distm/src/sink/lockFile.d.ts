import { type ProcessIdentity } from "../records/processIdentity.ts";
import { type Turn } from "./mutex.ts";
/** A process that holds a lock. */
export interface Holder extends ProcessIdentity {
    /** The harvest that it belongs to. */
    readonly run: string;
    /** ISO 8601, UTC. */
    readonly since: string;
    /** Tells holders of one process apart. */
    readonly id: string;
}
/** The file beside it that exists while the lock file is being changed. */
export declare function mutexPath(path: string): string;
/**
 * Changes who holds a lock; no other process does at the same time. Holders whose process is gone are left out first; with
 * none left there is no file.
 *
 * @param change from the living holders, and the dead, to the new ones; undefined leaves the file as it is
 */
export declare function changeHolders(path: string, change: (living: readonly Holder[], dead: readonly Holder[]) => readonly Holder[] | undefined): Turn<void>;
/** Dead and alive. A file that can't be understood is what a power cut left of one: of a process that is gone. */
export declare function readHolders(path: string): Holder[];
