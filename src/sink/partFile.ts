import {
  close,
  closeSync,
  constants,
  futimes,
  futimesSync,
  openSync,
  renameSync,
  unlinkSync,
  write,
  writeSync,
} from "node:fs";
import { promisify } from "node:util";
import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import { diskFault } from "./diskFault.ts";
import type { DiskPace } from "./diskPace.ts";
import type { RealFolders } from "./realFolders.ts";
import type { Incoming } from "./sink.ts";

/** Where a file's bytes go. Paths in the spelling of `folders`. */
export interface Place {
  readonly folders: RealFolders;
  readonly folder: string;
  readonly part: string;
  readonly target: string;
  /** The target's absolute path for people and records. */
  readonly local: string;
}

/**
 * A file on its way: written beside its target under a name of our own, renamed when it is whole. Opened with its first byte.
 * On a fast disk all of it is synchronous: five system calls for a small file.
 */
export class PartFile implements Incoming {
  readonly local: string;
  readonly #place: Place;
  readonly #pace: DiskPace;
  readonly #done: () => void;
  #fd: number | undefined;
  #created = false;
  #over = false;
  /** A thread is at the file: its descriptor must stay open, or another file might get the number and the bytes. */
  #busy: Promise<void> | undefined;

  /** @param done called once, when the part file's name is free again */
  constructor(place: Place, pace: DiskPace, done: () => void) {
    this.local = place.local;
    this.#place = place;
    this.#pace = pace;
    this.#done = done;
  }

  write(offset: number, bytes: Uint8Array): void | Promise<void> {
    this.#mustBeFree();
    if (this.#pace.slow || bytes.length > MOST_AT_ONCE_bytes) return this.#inThread(this.#writeLater(offset, bytes));
    try {
      this.#pace.timed(() => writeAll(this.#open(), bytes, offset));
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  commit(mtime_ms: number | null): void | Promise<void> {
    this.#mustBeFree();
    if (this.#pace.slow) return this.#inThread(this.#commitLater(mtime_ms));
    try {
      this.#pace.timed(() => this.#commitNow(mtime_ms));
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  abort(): void {
    if (this.#over) return;
    this.#end();
    if (this.#created) quietly(() => unlinkSync(this.#onDisk(this.#place.part)));
    if (this.#busy === undefined) this.#dropDescriptor();
    else this.#busy.then(this.#dropDescriptor, this.#dropDescriptor);
  }

  #mustBeFree(): void {
    if (this.#busy !== undefined) throw new Error("the last write to this file is not over yet");
    this.#mustBeWanted();
  }

  #mustBeWanted(): void {
    if (this.#over) throw new Fault("disk", `${printable(this.local)}: it was given up`);
  }

  #end(): void {
    this.#over = true;
    this.#done();
  }

  #commitNow(mtime_ms: number | null): void {
    const fd = this.#open();
    if (mtime_ms !== null) setTime(fd, mtime_ms);
    this.#fd = undefined;
    closeSync(fd);
    this.#rename();
  }

  async #commitLater(mtime_ms: number | null): Promise<void> {
    const fd = this.#open();
    if (mtime_ms !== null) await setTimeLater(fd, mtime_ms);
    this.#mustBeWanted();
    this.#fd = undefined;
    await closeLater(fd);
    this.#mustBeWanted();
    this.#rename();
  }

  #rename(): void {
    renameSync(this.#onDisk(this.#place.part), this.#onDisk(this.#place.target));
    this.#end();
  }

  async #writeLater(offset: number, bytes: Uint8Array): Promise<void> {
    const fd = this.#open();
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await writeLater(fd, bytes, at, bytes.length - at, offset + at);
      at += progress(bytesWritten);
      this.#mustBeWanted();
    }
  }

  async #inThread(work: Promise<void>): Promise<void> {
    this.#busy = work;
    try {
      await work;
    } catch (error) {
      throw diskFault(error, this.local);
    } finally {
      this.#busy = undefined;
    }
  }

  #open(): number {
    this.#fd ??= this.#create();
    return this.#fd;
  }

  #create(): number {
    const { folders, folder, part } = this.#place;
    folders.make(folder);
    for (let attempt = 1; ; attempt++) {
      try {
        const fd = openSync(this.#onDisk(part), CREATE, MODE);
        this.#created = true;
        return fd;
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !this.#clearWay(error)) throw error;
      }
    }
  }

  /** Mends what keeps the part file from being made. Returns false if it can't be mended here. */
  #clearWay(error: unknown): boolean {
    const { folders, folder, part } = this.#place;
    const code = errorCode(error);
    if (code === "ENOENT") {
      folders.forget();
      folders.make(folder);
      return true;
    }
    if (code !== "EEXIST") return false;
    try {
      unlinkSync(this.#onDisk(part));
      return true;
    } catch (cause) {
      throw diskFault(cause, folders.shown(part));
    }
  }

  #onDisk(path: string): string | Buffer {
    return this.#place.folders.onDisk(path);
  }

  readonly #dropDescriptor = (): void => {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) quietly(() => closeSync(fd));
  };
}

/** What the transfer reads at once; a larger write would hold up the other connections. */
const MOST_AT_ONCE_bytes = 256 * 1024;

/** The umask takes away from it what the operator wants it to. */
const MODE = 0o644;

/**
 * O_EXCL never opens what lies there: neither follows a link, nor writes into a file that has a second name elsewhere, nor hangs on a
 * FIFO. What an earlier run left under the name is removed and the file made anew.
 */
const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;

/** Once for a left-over, once for folders that were taken away, and the attempt that works. */
const MOST_ATTEMPTS = 3;

const writeLater = promisify(write);
const futimesLater = promisify(futimes);
const closeLater = promisify(close);

function writeAll(fd: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.length; ) {
    at += progress(writeSync(fd, bytes, at, bytes.length - at, offset + at));
  }
}

function progress(written: number): number {
  if (written === 0) throw new Error("the disk takes no more bytes and does not say why");
  return written;
}

function setTime(fd: number, mtime_ms: number): void {
  try {
    futimesSync(fd, new Date(), new Date(mtime_ms));
  } catch (error) {
    unlessTimeless(error);
  }
}

async function setTimeLater(fd: number, mtime_ms: number): Promise<void> {
  await futimesLater(fd, new Date(), new Date(mtime_ms)).catch(unlessTimeless);
}

/** Some network and FUSE disks keep no times, or not these: the file is good all the same. */
function unlessTimeless(error: unknown): void {
  if (!["EPERM", "EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(errorCode(error))) throw error;
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing to be done about it, and the reason for giving up is what people need to hear.
  }
}
