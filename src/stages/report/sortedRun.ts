import type { NamelessFile } from "./namelessFile.ts";
import { encodeNote, lengthOfFirst, type Note, notesIn } from "./noteBytes.ts";

/** Sorted notes that lie one behind another on disk. */
export interface SortedRun {
  readonly offset: number;
  readonly bytes: number;
}

/** A write's size. */
const BLOCK_BYTES = 64 * 1024;

/** Puts notes, which are in order, behind all that is in a file. Throws a `Fault` `disk`. */
export function writeRun(file: NamelessFile, notes: Iterable<Note>): SortedRun {
  const offset = file.end;
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  let used = 0;
  const write = () => {
    file.append(block.subarray(0, used));
    used = 0;
  };
  for (const note of notes) {
    const bytes = encodeNote(note);
    if (used + bytes.length > block.length) write();
    if (bytes.length > block.length) file.append(bytes);
    else {
      block.set(bytes, used);
      used += bytes.length;
    }
  }
  write();
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
