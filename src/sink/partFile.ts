import { closeSync, ftruncateSync, renameSync, unlinkSync } from "node:fs";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { HashAlgorithm } from "../records/record.ts";
import { diskFault } from "./diskFault.ts";
import {
  closeLater,
  MOST_AT_ONCE_bytes,
  quietly,
  setTime,
  setTimeLater,
  writeAll,
  writeAllLater,
} from "./fileWriting.ts";
import { WORTH_KEEPING_bytes } from "./leftovers.ts";
import { createPart, reopenPart } from "./openPart.ts";
import type { KeptPart, PartOfFile, Place, Writing } from "./partRequest.ts";
import { hashesOf, readLater } from "./readBack.ts";
import type { Incoming } from "./sink.ts";

/**
 * A file on its way: written beside its target under a name of our own, renamed when it is whole. Opened with its first byte.
 * On a fast disk all of it is synchronous: five system calls for a small file.
 */
export class PartFile implements Incoming {
  readonly local: string;
  readonly held: number;
  readonly #place: Place;
  readonly #part: PartOfFile;
  readonly #writing: Writing;
  #fd: number | undefined;
  /** The part file, once there is one. It is this object's only, so it may be removed by its name. */
  #path: string | undefined;
  /** Where the next byte is written, or undefined after bytes that were not in order. */
  #end: number | undefined;
  #mayKeep: boolean;
  #written = false;
  #over = false;
  /** A thread is at the file: its descriptor must stay open, or another file might get the number and the bytes. */
  #busy: Promise<unknown> | undefined;

  constructor(place: Place, part: PartOfFile, writing: Writing) {
    const { kept, mayKeep } = part;
    this.local = place.local;
    this.held = kept?.bytes ?? 0;
    this.#place = place;
    this.#part = part;
    this.#writing = writing;
    this.#path = kept?.path;
    this.#end = this.held;
    this.#mayKeep = mayKeep;
  }

  write(offset: number, bytes: Uint8Array): void | Promise<void> {
    this.#mustBeFree();
    const { pace } = this.#writing;
    if (pace.slow || bytes.length > MOST_AT_ONCE_bytes) return this.#inThread(this.#writeLater(offset, bytes));
    try {
      pace.timed(() => writeAll(this.#openFor(offset, bytes.length), bytes, offset));
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  heldEnd(length: number): Promise<Uint8Array> {
    this.#mustBeFree();
    return this.#inThread(this.#heldEnd(Math.min(length, this.held)));
  }

  digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    this.#mustBeFree();
    return this.#inThread(this.#digest(algorithms));
  }

  commit(mtime_ms: number | null): void | Promise<void> {
    this.#mustBeFree();
    const { pace, durable } = this.#writing;
    if (pace.slow || durable !== undefined) return this.#inThread(this.#commitLater(mtime_ms));
    try {
      pace.timed(() => this.#commitNow(mtime_ms));
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  keep(): void {
    const [path, bytes] = [this.#path, this.#end];
    if (path === undefined || bytes === undefined || !this.#mayKeep || this.#busy || bytes < WORTH_KEEPING_bytes) {
      return this.abort();
    }
    if (this.#over) return;
    this.#dropDescriptor();
    this.#finish({ path, bytes });
  }

  abort(): void {
    if (this.#over) return;
    const path = this.#path;
    if (path !== undefined) quietly(() => unlinkSync(this.#onDisk(path)));
    if (this.#busy === undefined) this.#dropDescriptor();
    else {
      const drop = () => this.#dropDescriptor();
      this.#busy.then(drop, drop);
    }
    this.#finish(undefined);
  }

  #mustBeFree(): void {
    if (this.#busy !== undefined) throw new Error("the last write to this file is not over yet");
    this.#mustBeWanted();
  }

  #mustBeWanted(): void {
    if (this.#over) throw new Fault("disk", `${printable(this.local)}: it was given up`);
  }

  #finish(kept: KeptPart | undefined): void {
    this.#over = true;
    this.#part.done(this, kept);
  }

  #commitNow(mtime_ms: number | null): void {
    const fd = this.#open();
    if (mtime_ms !== null) setTime(fd, mtime_ms);
    this.#fd = undefined;
    closeSync(fd);
    this.#rename();
  }

  async #commitLater(mtime_ms: number | null): Promise<void> {
    const { durable } = this.#writing;
    const fd = this.#open();
    if (mtime_ms !== null) await setTimeLater(fd, mtime_ms);
    this.#mustBeWanted();
    await durable?.bytes(fd);
    this.#mustBeWanted();
    this.#fd = undefined;
    await closeLater(fd);
    this.#mustBeWanted();
    this.#rename();
    await durable?.names(this.#onDisk(this.#place.folder));
  }

  #rename(): void {
    const path = this.#path;
    if (path === undefined) throw new Error("nothing was opened");
    renameSync(this.#onDisk(path), this.#onDisk(this.#place.target));
    this.#finish(undefined);
  }

  async #writeLater(offset: number, bytes: Uint8Array): Promise<void> {
    const fd = this.#openFor(offset, bytes.length);
    await writeAllLater(fd, bytes, offset, () => this.#mustBeWanted());
  }

  async #heldEnd(length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await readLater(this.#open(), Buffer.alloc(length), 0, length, this.held - length);
    if (bytesRead < length) throw new Fault("disk", "the disk gives back less than was written", { retry: true });
    return buffer;
  }

  async #digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    if (this.#end === undefined) throw new Error("bytes that were not written in order are not summed up");
    const disk = this.#writing.pace.slow ? "slow" : "fast";
    return hashesOf(this.#open(), this.#end, algorithms, { disk, goOn: () => this.#mustBeWanted() });
  }

  async #inThread<T>(work: Promise<T>): Promise<T> {
    this.#busy = work;
    try {
      return await work;
    } catch (error) {
      throw diskFault(error, this.local);
    } finally {
      this.#busy = undefined;
    }
  }

  /** For bytes at an offset: the first ones take the place of those that were held from there on. */
  #openFor(offset: number, length: number): number {
    const fd = this.#open();
    if (!this.#written && offset < this.held) {
      ftruncateSync(fd, offset);
      this.#end = offset;
    }
    this.#written = true;
    this.#end = offset === this.#end ? offset + length : undefined;
    return fd;
  }

  #open(): number {
    this.#fd ??= this.#path === undefined ? this.#create() : this.#reopen(this.#path);
    return this.#fd;
  }

  #reopen(path: string): number {
    return reopenPart(this.#onDisk(path), printable(this.local), this.held);
  }

  #create(): number {
    const { fd, path, copy } = createPart(this.#place, this.#part.name);
    this.#path = path;
    // Nobody could tell a second copy's name from the file's.
    this.#mayKeep &&= copy === 0;
    return fd;
  }

  #onDisk(path: string): string | Buffer {
    return this.#place.folders.onDisk(path);
  }

  #dropDescriptor(): void {
    const fd = this.#fd;
    this.#fd = undefined;
    if (fd !== undefined) quietly(() => closeSync(fd));
  }
}
