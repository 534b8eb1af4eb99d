import { ftruncateSync } from "node:fs";
import type { HashAlgorithm } from "../records/record.ts";
import { writeAll } from "./fileWriting.ts";
import { WORTH_KEEPING_bytes } from "./leftovers.ts";
import { PartHandle } from "./partHandle.ts";
import type { PartOfFile, Place, Writing } from "./partRequest.ts";
import { NOTE_bytes, type RangeNote, rangeNote } from "./rangeNote.ts";
import { type Range, Ranges } from "./ranges.ts";
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
  readonly #size: number;
  readonly #handle: PartHandle;
  readonly #ranges: Ranges;
  /** Bytes that came since the last note, and the number of the next one. */
  #unnoted = 0;
  #notes: number;
  #isNoting = false;

  constructor(place: Place, part: PartOfRanges, writing: Writing) {
    this.local = place.local;
    this.#size = part.size;
    this.#ranges = new Ranges(part.note?.ranges);
    this.#notes = (part.note?.number ?? -1) + 1;
    this.held = this.#ranges.bytes;
    this.#handle = new PartHandle(this, place, part, writing, (fd) => this.#begin(fd));
  }

  get ranges(): readonly Range[] {
    return this.#ranges.list;
  }

  write(offset: number, bytes: Uint8Array): void | Promise<void> {
    const handle = this.#handle;
    handle.mustBeWanted();
    if (handle.isSlowFor(bytes.length)) return handle.inThread(() => this.#writeLater(offset, bytes));
    handle.now(() => {
      const fd = handle.open();
      writeAll(fd, bytes, offset);
      if (this.#came(offset, bytes.length)) this.#note(fd);
    });
  }

  separate(offset: number): void {
    this.#ranges.separate(offset);
  }

  join(offset: number): void {
    this.#ranges.join(offset);
  }

  read(offset: number, length: number): Promise<Uint8Array> {
    return this.#handle.read(offset, length);
  }

  digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    return this.#handle.digest(this.#size, algorithms);
  }

  commit(mtime_ms: number | null): Promise<void> {
    return this.#handle.inThread(async () => {
      if (!this.#ranges.isWhole(this.#size)) throw new Error("not all of the file is here, or not of one piece");
      ftruncateSync(this.#handle.open(), this.#size);
      await this.#handle.commitLater(mtime_ms);
    });
  }

  keep(): void {
    const isWorthIt = this.#ranges.bytes >= WORTH_KEEPING_bytes;
    if (isWorthIt && this.#handle.canStay && this.#noteAtLast()) this.#handle.keep(this.#size + NOTE_bytes);
    else this.abort();
  }

  abort(): void {
    this.#handle.abort();
  }

  /** With a note from the start: without one, nobody could tell what a part file holds. */
  #begin(fd: number): void {
    this.#note(fd);
    ftruncateSync(fd, this.#size + NOTE_bytes);
  }

  /** Bytes are in the file. Whether it is time for a note. */
  #came(offset: number, length: number): boolean {
    this.#ranges.add(offset, length);
    this.#unnoted += length;
    return this.#unnoted >= NOTE_EVERY_bytes && !this.#isNoting;
  }

  #note(fd: number): void {
    const { offset, bytes } = this.#nextNote();
    writeAll(fd, bytes, offset);
  }

  #nextNote(): { offset: number; bytes: Buffer } {
    this.#unnoted = 0;
    return rangeNote(this.#size, this.#notes++, this.#ranges.list);
  }

  /** Whether the note says all that is here. */
  #noteAtLast(): boolean {
    if (this.#unnoted === 0) return true;
    try {
      this.#note(this.#handle.open());
      return true;
    } catch {
      return false;
    }
  }

  async #writeLater(offset: number, bytes: Uint8Array): Promise<void> {
    await this.#handle.writeLater(offset, bytes);
    if (!this.#came(offset, bytes.length)) return;
    // One after the other, or both slots might be in work when we are killed.
    this.#isNoting = true;
    const note = this.#nextNote();
    await this.#handle.writeLater(note.offset, note.bytes).finally(() => {
      this.#isNoting = false;
    });
  }
}

/** Who is killed loses this much and what was on its way; a note costs as much as 4 KiB of the file. */
const NOTE_EVERY_bytes = 4 * 1024 * 1024;
