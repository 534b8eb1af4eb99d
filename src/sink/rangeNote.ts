import { readSync } from "node:fs";
import { crc32 } from "node:zlib";
import { areRanges, type Range } from "./ranges.ts";

/** One of two places that are written in turn: who is killed in the middle of one leaves the other. */
const SLOT_bytes = 4096;

/** A note of ranges has this length, and lies where the bytes of the file will end. */
export const NOTE_bytes = 2 * SLOT_bytes;

const HEAD = "ranges";

const MOST_TEXT_bytes = SLOT_bytes - `${HEAD} 4294967295 \n`.length;

/** A note for one of the slots: where it is written, behind a file of so many bytes, and its text. Ranges that find no room are not told. */
export function rangeNote(size: number, number: number, ranges: readonly Range[]): { offset: number; bytes: Buffer } {
  let text: string;
  let told = ranges.length;
  do text = JSON.stringify({ number, ranges: ranges.slice(0, told--).map(({ from, to }) => [from, to]) });
  while (text.length > MOST_TEXT_bytes);
  const bytes = Buffer.alloc(SLOT_bytes, " ");
  bytes.write(`${HEAD} ${crc32(text)} ${text}\n`);
  return { offset: size + (number % 2) * SLOT_bytes, bytes };
}

export interface RangeNote {
  /** Notes of a file are counted from 0. */
  readonly number: number;
  readonly ranges: readonly Range[];
}

/** The latest whole note behind a file of so many bytes; undefined where there is none. Throws the system's error. */
export function readRangeNote(fd: number, size: number): RangeNote | undefined {
  const bytes = Buffer.alloc(NOTE_bytes);
  const length = readSync(fd, bytes, 0, NOTE_bytes, size);
  const notes = [0, SLOT_bytes]
    .map((at) => parse(bytes.subarray(at, Math.min(length, at + SLOT_bytes)).toString("latin1"), size))
    .filter((note) => note !== undefined);
  return notes.toSorted((one, other) => other.number - one.number)[0];
}

function parse(slot: string, size: number): RangeNote | undefined {
  const [, sum, text = ""] = NOTE.exec(slot) ?? [];
  if (sum === undefined || Number(sum) !== crc32(text)) return undefined;
  const { number, ranges } = JSON.parse(text) as { number: number; ranges: [number, number][] };
  const told = ranges.map(([from, to]) => ({ from, to }));
  return areRanges(told, size) ? { number, ranges: told } : undefined;
}

const NOTE = /^ranges (\d+) (\{.*\})\n/;
