import { type ProcessIdentity } from "../records/processIdentity.ts";
/** What came of asking for a turn: the work's result, or who is at it (undefined if that can't be read). */
export type Turn<T> = {
    readonly had: true;
    readonly value: T;
} | {
    readonly had: false;
    readonly owner: ProcessIdentity | undefined;
};
/**
 * Does a short piece of work while no other process does any under the same path; does nothing when another one is at it.
 *
 * The mutex is a symbolic link that points nowhere: its text names its owner, and making it is one step that fails if it is
 * there. That of a dead owner is removed under a second mutex, named after the first one's text. Of all that see the dead
 * owner only one holds that at a time, and it looks again before it removes: so nobody ever removes the mutex of a living
 * one. The second mutex may be left by a dead process too, and is treated alike.
 *
 * Throws what the work throws, and the file system's errors.
 */
export declare function exclusively<T>(path: string, work: () => T): Turn<T>;
