import { hash, randomUUID } from "node:crypto";
import { readFileSync, readlinkSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";
import { isProcessIdentity, lives, type ProcessIdentity, thisProcess } from "../records/processIdentity.ts";

/** What came of asking for a turn: the work's result, or who is at it (undefined if that can't be read). */
export type Turn<T> =
  | { readonly had: true; readonly value: T }
  | { readonly had: false; readonly owner: ProcessIdentity | undefined };

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
export function exclusively<T>(path: string, work: () => T): Turn<T> {
  const mine = JSON.stringify({ ...thisProcess(), id: randomUUID() });
  if (!create(path, mine)) {
    const text = read(path);
    const owner = text === undefined ? undefined : ownerOf(text);
    if (text !== undefined && (owner === undefined || lives(owner) !== "gone")) return { had: false, owner };
    if (text !== undefined) exclusively(`${path}-${hash("sha256", text).slice(0, 8)}`, () => removeIf(path, text));
    if (!create(path, mine)) return { had: false, owner };
  }
  try {
    return { had: true, value: work() };
  } finally {
    removeIf(path, mine);
  }
}

function removeIf(path: string, text: string): void {
  if (read(path) === text) unlinkSync(path);
}

function ownerOf(text: string): ProcessIdentity | undefined {
  try {
    const owner: unknown = JSON.parse(text);
    return isProcessIdentity(owner) ? owner : undefined;
  } catch {
    return undefined;
  }
}

function create(path: string, text: string): boolean {
  try {
    createAsLink(path, text);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * FAT, many CIFS mounts and Windows make no links. A file there is made first and filled then; a process that is killed in between leaves a
 * mutex without an owner, which an operator must remove.
 */
function createAsLink(path: string, text: string): void {
  try {
    symlinkSync(text, path);
  } catch (error) {
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(errorCode(error))) throw error;
    writeFileSync(path, text, { flag: "wx" });
  }
}

/** Undefined when it is not there (any more). */
function read(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
  }
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
