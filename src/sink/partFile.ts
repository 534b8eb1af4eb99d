import { ftruncateSync } from "node:fs";
import type { HashAlgorithm } from "../records/record.ts";
import { writeAll } from "./fileWriting.ts";
import { WORTH_KEEPING_bytes } from "./leftovers.ts";
import { PartHandle } from "./partHandle.ts";
import type { PartOfFile, Place, Writing } from "./partRequest.ts";
import type { Incoming } from "./sink.ts";

/**
 * A file on its way: written beside its target under a name of our own, renamed when it is whole. Opened with its first byte.
 * On a fast disk all of it is synchronous: five system calls for a small file.
 */
export class PartFile implements Incoming {
  readonly local: string;
  readonly held: number;
  readonly #handle: PartHandle;
  /** Where the next byte is written, or undefined after bytes that were not in order. */
  #end: number | undefined;
  #written = false;

  constructor(place: Place, part: PartOfFile, writing: Writing) {
    this.local = place.local;
    this.held = part.kept?.bytes ?? 0;
    this.#handle = new PartHandle(this, place, part, writing);
    this.#end = this.held;
  }

  write(offset: number, bytes: Uint8Array): void | Promise<void> {
    const handle = this.#free();
    if (handle.isSlowFor(bytes.length)) {
      return handle.inThread(() => {
        this.#openFor(offset, bytes.length);
        return handle.writeLater(offset, bytes);
      });
    }
    handle.now(() => writeAll(this.#openFor(offset, bytes.length), bytes, offset));
  }

  heldEnd(length: number): Promise<Uint8Array> {
    const some = Math.min(length, this.held);
    return this.#free().read(this.held - some, some);
  }

  digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]> {
    const handle = this.#free();
    const size = this.#end;
    if (size !== undefined) return handle.digest(size, algorithms);
    return handle.inThread(() => Promise.reject(new Error("bytes that were not written in order are not summed up")));
  }

  commit(mtime_ms: number | null): void | Promise<void> {
    return this.#free().commit(mtime_ms);
  }

  keep(): void {
    const bytes = this.#end ?? 0;
    if (bytes >= WORTH_KEEPING_bytes && this.#handle.canStay) this.#handle.keep(bytes);
    else this.abort();
  }

  abort(): void {
    this.#handle.abort();
  }

  /** One thing after the other. */
  #free(): PartHandle {
    if (this.#handle.isBusy) throw new Error("the last write to this file is not over yet");
    this.#handle.mustBeWanted();
    return this.#handle;
  }

  /** For bytes at an offset: the first ones take the place of those that were held from there on. */
  #openFor(offset: number, length: number): number {
    const fd = this.#handle.open();
    if (!this.#written && offset < this.held) {
      ftruncateSync(fd, offset);
      this.#end = offset;
    }
    this.#written = true;
    this.#end = offset === this.#end ? offset + length : undefined;
    return fd;
  }
}
