import type { NamelessFile } from "./namelessFile.ts";
import { lengthOfFirst, mostBytes, type Note, notesIn, writeNote } from "./noteBytes.ts";

/** Sorted notes that lie one behind another on disk. */
export interface SortedRun {
  readonly offset: number;
  readonly bytes: number;
}

/** Puts notes, which are in order, behind all that is in a file, through a buffer. Throws a `Fault` `disk`. */
export function writeRun(file: NamelessFile, notes: Iterable<Note>, buffer: Buffer): SortedRun {
  const offset = file.end;
  let block = buffer;
  let used = 0;
  for (const note of notes) {
    const most = mostBytes(note);
    if (used + most > block.length) {
      file.append(block.subarray(0, used));
      used = 0;
      if (most > block.length) block = Buffer.allocUnsafe(most);
    }
    used = writeNote(note, block, used);
  }
  file.append(block.subarray(0, used));
  return { offset, bytes: file.end - offset };
}

/** Reads through a buffer of so many bytes; a note that is longer gets one of its own. Throws a `Fault` `disk`. */
export function* readRun(file: NamelessFile, { offset, bytes }: SortedRun, bufferBytes: number): Generator<Note, void> {
  const buffer = Buffer.allocUnsafeSlow(Math.min(bufferBytes, bytes));
  const end = offset + bytes;
  let at = offset;
  while (at < end) {
    let piece = buffer.subarray(0, end - at);
    file.read(at, piece);
    const first = lengthOfFirst(piece);
    if (first > piece.length) {
      piece = Buffer.allocUnsafe(first);
      file.read(at, piece);
    }
    for (const note of notesIn(piece)) {
      at += note.bytes;
      yield note.decoded();
    }
  }
}
