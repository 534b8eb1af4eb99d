import { closeSync, constants, openSync, unlinkSync } from "node:fs";
import { opendir } from "node:fs/promises";
import { errorCode } from "../records/errorCode.ts";
import { quietly } from "./fileWriting.ts";
import { partSize } from "./openPart.ts";
import { readPartName } from "./partName.ts";
import { NOTE_bytes, readRangeNote } from "./rangeNote.ts";
import { Ranges } from "./ranges.ts";
import type { RecoverRequest, Searched } from "./sink.ts";

/** Less than this is fetched faster than it is asked for. */
export const WORTH_KEEPING_bytes = 64 * 1024;

/** Part files kept in mind, some 200 bytes each; one more is thrown away. */
const MOST_LEFTOVERS = 10_000;

/** Part files that earlier runs left below the servers' folders. Paths are bytes, one character each. */
export class Leftovers {
  /** From folder and digest to the part file's name. */
  readonly #names = new Map<string, string>();
  #stopped = false;
  #sweeping = 0;
  #unread = false;

  /** Something lies there, or may lie where nobody looked. */
  get any(): boolean {
    return this.#names.size > 0 || this.#sweeping > 0 || this.#unread;
  }

  /**
   * Looks through a server's folder, links not followed. A part file of somebody who is active is left alone: it was made by another
   * process of this run meanwhile. What can't be read stays as it is. Never rejects.
   */
  async sweep(folder: string, request: Pick<RecoverRequest, "isActive" | "trusted">): Promise<Searched> {
    const gone = new Set<string>();
    const isLeft = (owner: string | undefined) => {
      if (owner === undefined || gone.has(owner)) return true;
      if (request.isActive(owner)) return false;
      // Who has gone never comes back, and there are few: one for each process that was killed.
      gone.add(owner);
      return true;
    };
    this.#sweeping++;
    await this.#walk(folder, (at, name) => {
      const part = readPartName(name);
      if (part !== undefined && isLeft(part.owner)) this.#find(at, name, request.trusted);
    });
    if (this.#stopped) return "some";
    this.#sweeping--;
    return this.#unread ? "some" : "all";
  }

  /** The name of a left-over part file, which is the taker's from now on. */
  take(folder: string, digest: string): string | undefined {
    const key = `${folder}/${digest}`;
    const name = this.#names.get(key);
    this.#names.delete(key);
    return name;
  }

  /** Ends the looking around. */
  stop(): void {
    this.#stopped = true;
  }

  /** Throws away what nobody took. */
  clear(): void {
    for (const [key, name] of this.#names) remove(`${key.slice(0, key.lastIndexOf("/"))}/${name}`);
    this.#names.clear();
  }

  /** One open folder for each level; reading is left to threads. */
  async #walk(folder: string, found: (folder: string, name: string) => void): Promise<void> {
    try {
      for await (const entry of await opendir(bytes(folder), { encoding: "latin1", bufferSize: ENTRIES_AT_ONCE })) {
        if (this.#stopped) return;
        if (entry.isDirectory()) await this.#walk(`${folder}/${entry.name}`, found);
        else if (entry.isFile()) found(folder, entry.name);
      }
    } catch (error) {
      // A folder that this user may not list holds nothing of ours: `lost+found` of a mounted disk.
      this.#unread ||= !["ENOENT", "EACCES"].includes(errorCode(error));
    }
  }

  #find(folder: string, name: string, trusted: boolean): void {
    const { digest, owner } = readPartName(name) ?? {};
    const key = `${folder}/${digest}`;
    const known = this.#names.get(key);
    const useful = trusted && owner !== undefined && (known !== undefined || this.#names.size < MOST_LEFTOVERS);
    const path = `${folder}/${name}`;
    if (!useful || (partSize(bytes(path)) ?? 0) < WORTH_KEEPING_bytes) return remove(path);
    if (known !== undefined && heldIn(path) <= heldIn(`${folder}/${known}`)) return remove(path);
    if (known !== undefined) remove(`${folder}/${known}`);
    this.#names.set(key, name);
  }
}

const ENTRIES_AT_ONCE = 256;

/** Bytes of a file that a part file has: as many as are noted where it holds ranges, which all have one length. */
function heldIn(path: string): number {
  const size = partSize(bytes(path)) ?? 0;
  let held = size;
  quietly(() => {
    const fd = openSync(bytes(path), READ);
    try {
      const note = readRangeNote(fd, size - NOTE_bytes);
      if (note !== undefined) held = new Ranges(note.ranges).bytes;
    } finally {
      closeSync(fd);
    }
  });
  return held;
}

const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

function remove(path: string): void {
  try {
    unlinkSync(bytes(path));
  } catch {
    // It is gone already, or the disk is read-only: it lies there like any other file of a name of our own.
  }
}

function bytes(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
