import { closeSync, renameSync, unlinkSync } from "node:fs";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { HashAlgorithm } from "../records/record.ts";
import { diskFault } from "./diskFault.ts";
import { closeLater, MOST_AT_ONCE_bytes, quietly, setTime, setTimeLater, writeAllLater } from "./fileWriting.ts";
import { createPart, reopenPart } from "./openPart.ts";
import type { KeptPart, PartOfFile, Place, Writing } from "./partRequest.ts";
import { hashesOf, readExactly } from "./readBack.ts";
import type { Arriving } from "./sink.ts";

/**
 * The descriptor of a part file and what becomes of the file: opened when it is first needed, ended once, by `commit`, `keep` or `abort`. While a
 * thread is at it, it stays open, or another file might get the number and the bytes.
 */
export class PartHandle {
  readonly local: string;
  readonly #of: Arriving;
  readonly #place: Place;
  readonly #part: PartOfFile;
  readonly #writing: Writing;
  readonly #whenMade: ((fd: number) => void) | undefined;
  #fd: number | undefined;
  /** The part file, once there is one. It is this object's only, so it may be removed by its name. */
  #path: string | undefined;
  #mayKeep: boolean;
  #isOver = false;
  /** Threads at the file. */
  #busy = 0;

  /**
   * @param of what `part.done` is told of
   * @param whenMade what a part file begins with, when it was not there before
   */
  constructor(of: Arriving, place: Place, part: PartOfFile, writing: Writing, whenMade?: (fd: number) => void) {
    this.local = place.local;
    this.#of = of;
    this.#place = place;
    this.#part = part;
    this.#writing = writing;
    this.#whenMade = whenMade;
    this.#path = part.kept?.path;
    this.#mayKeep = part.mayKeep;
  }

  get isBusy(): boolean {
    return this.#busy > 0;
  }

  /** `keep` is possible. */
  get canStay(): boolean {
    return !this.#isOver && this.#path !== undefined && this.#mayKeep && this.#busy === 0;
  }

  /** So many bytes are better left to a thread. */
  isSlowFor(bytes: number): boolean {
    return this.#writing.pace.slow || bytes > MOST_AT_ONCE_bytes;
  }

  /** Throws a `Fault` when it is over. */
  mustBeWanted(): void {
    if (this.#isOver) throw new Fault("disk", `${printable(this.local)}: it was given up`);
  }

  /** Throws the system's error, or a `Fault`: call it in `now` or `inThread`. */
  open(): number {
    this.#fd ??= this.#path === undefined ? this.#create() : this.#reopen(this.#path);
    return this.#fd;
  }

  /** Does something at once. Throws a `Fault`. */
  now(work: () => void): void {
    try {
      this.#writing.pace.timed(work);
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  /** Does something that leaves the disk to threads; several may be under way. Rejects with a `Fault`. */
  async inThread<T>(work: () => Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work();
    } catch (error) {
      throw diskFault(error, this.local);
    } finally {
      this.#busy--;
      if (this.#isOver && this.#busy === 0) this.#dropDescriptor();
    }
  }

  /** For `inThread`. Ends when the file is given up. */
  async writeLater(offset: number, bytes: Uint8Array): Promise<void> {
    await writeAllLater(this.open(), bytes, offset, () => this.mustBeWanted());
  }

  /** Bytes that are here. Rejects with a `Fault`. */
  read(offset: number, length: number): Promise<Uint8Array> {
    return this.inThread(async () => readExactly(this.open(), offset, length));
  }

  /** Of the first bytes. Rejects with a `Fault`. */
  digest(size: number, algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    const disk = this.#writing.pace.slow ? "slow" : "fast";
    return this.inThread(async () =>
      hashesOf(this.open(), size, algorithms, { disk, goOn: () => this.mustBeWanted() }),
    );
  }

  /** As in `Arriving`, on a fast disk without a promise. */
  commit(mtime_ms: number | null): void | Promise<void> {
    const { pace, durable } = this.#writing;
    if (pace.slow || durable !== undefined) return this.inThread(() => this.commitLater(mtime_ms));
    this.now(() => this.#commitNow(mtime_ms));
  }

  /** The same for `inThread`. */
  async commitLater(mtime_ms: number | null): Promise<void> {
    const { durable } = this.#writing;
    const fd = this.open();
    if (mtime_ms !== null) await setTimeLater(fd, mtime_ms);
    this.mustBeWanted();
    await durable?.bytes(fd);
    this.mustBeWanted();
    this.#fd = undefined;
    await closeLater(fd);
    this.mustBeWanted();
    this.#rename();
    await durable?.names(this.#onDisk(this.#place.folder));
  }

  /** Leaves the part file, of so many bytes, for another try. Does nothing where it can't stay: then it is to be aborted. */
  keep(bytes: number): void {
    const path = this.#path;
    if (path === undefined || !this.canStay) return;
    this.#dropDescriptor();
    this.#finish({ path, bytes });
  }

  /** As in `Arriving`. */
  abort(): void {
    if (this.#isOver) return;
    const path = this.#path;
    if (path !== undefined) quietly(() => unlinkSync(this.#onDisk(path)));
    if (this.#busy === 0) this.#dropDescriptor();
    this.#finish(undefined);
  }

  #finish(kept: KeptPart | undefined): void {
    this.#isOver = true;
    this.#part.done(this.#of, kept);
  }

  #commitNow(mtime_ms: number | null): void {
    const fd = this.open();
    if (mtime_ms !== null) setTime(fd, mtime_ms);
    this.#fd = undefined;
    closeSync(fd);
    this.#rename();
  }

  #rename(): void {
    const path = this.#path;
    if (path === undefined) throw new Error("nothing was opened");
    renameSync(this.#onDisk(path), this.#onDisk(this.#place.target));
    this.#finish(undefined);
  }

  #reopen(path: string): number {
    return reopenPart(this.#onDisk(path), printable(this.local), this.#part.kept?.bytes ?? 0);
  }

  #create(): number {
    const { fd, path, copy } = createPart(this.#place, this.#part.name);
    this.#fd = fd;
    this.#path = path;
    // Nobody could tell a second copy's name from the file's.
    this.#mayKeep &&= copy === 0;
    this.#whenMade?.(fd);
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
