import { closeSync, ftruncateSync, renameSync, unlinkSync } from "node:fs";
import { quietly, writeAll } from "./fileWriting.ts";
import { partSize, reopenPart } from "./openPart.ts";
import type { KeptPart, Place } from "./partRequest.ts";
import { NOTE_bytes, type RangeNote, rangeNote, readRangeNote } from "./rangeNote.ts";

/** What a part file of ranges, of a file of so many bytes, has noted. One that tells nothing is of no use: it is removed. Never throws. */
export function noteIn(place: Place, kept: KeptPart, size: number): RangeNote | undefined {
  return unlessUseless(place, kept, () =>
    kept.bytes === size + NOTE_bytes ? onFile(place, kept, (fd) => readRangeNote(fd, size)) : undefined,
  );
}

/**
 * Makes a part file of one that holds a file's beginning, under another name. Who is killed in the middle leaves one that is longer than its
 * file, which nobody goes on with. Never throws.
 */
export function prefixToRanges(
  place: Place,
  kept: KeptPart | undefined,
  name: string,
  size: number,
): KeptPart | undefined {
  if (kept === undefined) return undefined;
  return unlessUseless(place, kept, () => {
    if (kept.bytes > size) return undefined;
    onFile(place, kept, (fd) => {
      const { offset, bytes } = rangeNote(size, 0, [{ from: 0, to: kept.bytes }]);
      writeAll(fd, bytes, offset);
      ftruncateSync(fd, size + NOTE_bytes);
    });
    return renamed(place, kept, name, size + NOTE_bytes);
  });
}

/**
 * The other way round: what is here of the file's beginning. Who is killed in the middle leaves ranges without a note, which nobody goes on with.
 * Never throws.
 */
export function rangesToPrefix(place: Place, kept: KeptPart, name: string): KeptPart | undefined {
  return unlessUseless(place, kept, () => {
    const bytes = onFile(place, kept, (fd) => {
      const [first] = readRangeNote(fd, kept.bytes - NOTE_bytes)?.ranges ?? [];
      if (first?.from !== 0) return undefined;
      ftruncateSync(fd, first.to);
      return first.to;
    });
    return bytes === undefined ? undefined : renamed(place, kept, name, bytes);
  });
}

function unlessUseless<T>({ folders }: Place, { path }: KeptPart, make: () => T | undefined): T | undefined {
  let made: T | undefined;
  quietly(() => {
    made = make();
  });
  if (made === undefined) quietly(() => unlinkSync(folders.onDisk(path)));
  return made;
}

function onFile<T>({ folders, local }: Place, { path, bytes }: KeptPart, work: (fd: number) => T): T {
  const fd = reopenPart(folders.onDisk(path), local, bytes);
  try {
    return work(fd);
  } finally {
    closeSync(fd);
  }
}

/** Undefined where another copy of the same file has the name. */
function renamed({ folders, folder }: Place, { path }: KeptPart, name: string, bytes: number): KeptPart | undefined {
  const target = `${folder}/${name}`;
  if (partSize(folders.onDisk(target)) !== undefined) return undefined;
  renameSync(folders.onDisk(path), folders.onDisk(target));
  return { path: target, bytes };
}
