import { closeSync, ftruncateSync, renameSync, unlinkSync } from "node:fs";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { HashAlgorithm } from "../records/record.ts";
import { diskFault } from "./diskFault.ts";
import { closeLater, MOST_AT_ONCE_bytes, quietly, setTimeLater, writeAll, writeAllLater } from "./fileWriting.ts";
import { WORTH_KEEPING_bytes } from "./leftovers.ts";
import { createPart, reopenPart } from "./openPart.ts";
import type { KeptPart, PartOfFile, Place, Writing } from "./partRequest.ts";
import { NOTE_bytes, type RangeNote, rangeNote } from "./rangeNote.ts";
import { type Range, Ranges } from "./ranges.ts";
import { hashesOf, readLater } from "./readBack.ts";
import type { IncomingRanges } from "./sink.ts";

/** What is told of a part file and its ranges, beside what any part file needs. */
export interface PartOfRanges extends PartOfFile {
  /** Of the whole file. */
  readonly size: number;
  /** What the part file's last note said. */
  readonly note: RangeNote | undefined;
}

/**
 * A large file on its way in ranges. Behind the place of its last byte lies a note of those that are here, written after them and taken away
 * before the file gets its name: who is killed at any moment leaves a note that claims no byte too many.
 */
export class RangedPart implements IncomingRanges {
  readonly local: string;
  readonly held: number;
  readonly #place: Place;
  readonly #part: PartOfRanges;
  readonly #writing: Writing;
  readonly #ranges: Ranges;
  #fd: number | undefined;
  #path: string | undefined;
  #mayKeep: boolean;
  #over = false;
  /** Threads at the file. */
  #busy = 0;
  /** Bytes that came since the last note, and the number of the next one. */
  #unnoted = 0;
  #notes: number;
  #isNoting = false;

  constructor(place: Place, part: PartOfRanges, writing: Writing) {
    this.local = place.local;
    this.#place = place;
    this.#part = part;
    this.#writing = writing;
    this.#path = part.kept?.path;
    this.#ranges = new Ranges(part.note?.ranges);
    this.#notes = (part.note?.number ?? -1) + 1;
    this.held = this.#ranges.bytes;
    this.#mayKeep = part.mayKeep;
  }

  get ranges(): readonly Range[] {
    return this.#ranges.list;
  }

  write(offset: number, bytes: Uint8Array): void | Promise<void> {
    this.#mustBeWanted();
    const { pace } = this.#writing;
    if (pace.slow || bytes.length > MOST_AT_ONCE_bytes) return this.#inThread(this.#writeLater(offset, bytes));
    try {
      pace.timed(() => {
        writeAll(this.#open(), bytes, offset);
        if (this.#came(offset, bytes.length)) this.#note();
      });
    } catch (error) {
      throw diskFault(error, this.local);
    }
  }

  separate(offset: number): void {
    this.#ranges.separate(offset);
  }

  join(offset: number): void {
    this.#ranges.join(offset);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return this.#inThread(this.#read(offset, length));
  }

  digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    const disk = this.#writing.pace.slow ? "slow" : "fast";
    const goOn = () => this.#mustBeWanted();
    return this.#inThread((async () => hashesOf(this.#open(), this.#part.size, algorithms, { disk, goOn }))());
  }

  commit(mtime_ms: number | null): Promise<void> {
    return this.#inThread(this.#commit(mtime_ms));
  }

  keep(): void {
    if (this.#over) return;
    const path = this.#path;
    const isWorthIt = this.#ranges.bytes >= WORTH_KEEPING_bytes;
    if (path === undefined || !this.#mayKeep || this.#busy > 0 || !isWorthIt || !this.#noteAtLast())
      return this.abort();
    this.#dropDescriptor();
    this.#finish({ path, bytes: this.#part.size + NOTE_bytes });
  }

  abort(): void {
    if (this.#over) return;
    const path = this.#path;
    if (path !== undefined) quietly(() => unlinkSync(this.#onDisk(path)));
    this.#finish(undefined);
    if (this.#busy === 0) this.#dropDescriptor();
  }

  #mustBeWanted(): void {
    if (this.#over) throw new Fault("disk", `${printable(this.local)}: it was given up`);
  }

  #finish(kept: KeptPart | undefined): void {
    this.#over = true;
    this.#part.done(this, kept);
  }

  /** Bytes are in the file. Whether it is time for a note. */
  #came(offset: number, length: number): boolean {
    this.#ranges.add(offset, length);
    this.#unnoted += length;
    return this.#unnoted >= NOTE_EVERY_bytes && !this.#isNoting;
  }

  #note(): void {
    const { offset, bytes } = this.#nextNote();
    writeAll(this.#open(), bytes, offset);
  }

  #nextNote(): { offset: number; bytes: Buffer } {
    this.#unnoted = 0;
    return rangeNote(this.#part.size, this.#notes++, this.#ranges.list);
  }

  /** Whether the note says all that is here. */
  #noteAtLast(): boolean {
    if (this.#unnoted === 0) return true;
    try {
      this.#note();
      return true;
    } catch {
      return false;
    }
  }

  async #writeLater(offset: number, bytes: Uint8Array): Promise<void> {
    const fd = this.#open();
    const goOn = () => this.#mustBeWanted();
    await writeAllLater(fd, bytes, offset, goOn);
    if (!this.#came(offset, bytes.length)) return;
    // One after the other, or both slots might be in work when we are killed.
    this.#isNoting = true;
    const note = this.#nextNote();
    await writeAllLater(fd, note.bytes, note.offset, goOn).finally(() => {
      this.#isNoting = false;
    });
  }

  async #read(offset: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await readLater(this.#open(), Buffer.alloc(length), 0, length, offset);
    if (bytesRead < length) throw new Fault("disk", "the disk gives back less than was written", { retry: true });
    return buffer;
  }

  async #commit(mtime_ms: number | null): Promise<void> {
    if (!this.#ranges.isWhole(this.#part.size)) throw new Error("not all of the file is here, or not of one piece");
    const { durable } = this.#writing;
    const fd = this.#open();
    ftruncateSync(fd, this.#part.size);
    if (mtime_ms !== null) await setTimeLater(fd, mtime_ms);
    this.#mustBeWanted();
    await durable?.bytes(fd);
    this.#mustBeWanted();
    this.#fd = undefined;
    await closeLater(fd);
    this.#mustBeWanted();
    const { path } = this.#opened();
    renameSync(this.#onDisk(path), this.#onDisk(this.#place.target));
    this.#finish(undefined);
    await durable?.names(this.#onDisk(this.#place.folder));
  }

  #opened(): { path: string } {
    if (this.#path === undefined) throw new Error("nothing was opened");
    return { path: this.#path };
  }

  async #inThread<T>(work: Promise<T>): Promise<T> {
    this.#busy++;
    try {
      return await work;
    } catch (error) {
      throw diskFault(error, this.local);
    } finally {
      this.#busy--;
      // A descriptor that a thread still used would be another file's by now.
      if (this.#over && this.#busy === 0) this.#dropDescriptor();
    }
  }

  #open(): number {
    this.#fd ??= this.#path === undefined ? this.#create() : this.#reopen(this.#path);
    return this.#fd;
  }

  #reopen(path: string): number {
    return reopenPart(this.#onDisk(path), printable(this.local), this.#part.size + NOTE_bytes);
  }

  /** With a note from the start: without one, nobody could tell what it holds. */
  #create(): number {
    const { fd, path, copy } = createPart(this.#place, this.#part.name);
    this.#fd = fd;
    this.#path = path;
    this.#mayKeep &&= copy === 0;
    this.#note();
    ftruncateSync(fd, this.#part.size + NOTE_bytes);
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

/** Who is killed loses this much and what was on its way; a note costs as much as 4 KiB of the file. */
const NOTE_EVERY_bytes = 4 * 1024 * 1024;
