import fc from "fast-check";

/** One change of some bytes; places and lengths are shares of what is there. */
interface Change {
  readonly how: "flip" | "delete" | "double" | "repeat" | "cut" | "insert" | "splice";
  /** From 0 to 1. */
  readonly at: number;
  readonly share: number;
  readonly bytes: Buffer;
}

/** Bytes of a corpus with up to six changes, or bytes drawn at random; `words` are what parsers look for. */
export function mutated(corpus: readonly string[], words: readonly string[]): fc.Arbitrary<Buffer> {
  const piece = fc.oneof(
    fc.constantFrom(...words, ...COMMON_WORDS).map((word) => Buffer.from(word, "latin1")),
    fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
    fc.constantFrom(...corpus).map((text) => Buffer.from(text, "latin1")),
  );
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const change: fc.Arbitrary<Change> = fc.record({
    how: fc.constantFrom("flip", "delete", "double", "repeat", "cut", "insert", "splice"),
    at: share,
    share,
    bytes: piece,
  });
  return fc.oneof(
    { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...corpus), fc.array(change, { maxLength: 6 })).map(applied) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)) },
  );
}

const COMMON_WORDS = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  "\xff",
  "\xef\xbb\xbf",
  "\u00e2\u0080\u00a8",
  " ",
  "\t",
  "99999999999999999999",
];

/** Nothing grows beyond this: long inputs are `growth`'s. */
const MOST_BYTES = 20_000;
const LONGEST_PIECE = 12;
const TIMES = 300;

function applied([text, changes]: readonly [string, readonly Change[]]): Buffer {
  return changes.reduce(changed, Buffer.from(text, "latin1")).subarray(0, MOST_BYTES);
}

function changed(bytes: Buffer, { how, at, share, bytes: piece }: Change): Buffer {
  const from = Math.floor(at * bytes.length);
  const to = Math.min(bytes.length, from + Math.ceil(share * LONGEST_PIECE));
  const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
  const inserted: Readonly<Record<Change["how"], readonly Uint8Array[]>> = {
    flip: [head, middle.map((byte) => byte ^ (1 << (Math.floor(share * 8) % 8))), tail],
    delete: [head, tail],
    double: [head, middle, middle, tail],
    repeat: [head, Buffer.alloc(middle.length * Math.ceil(share * TIMES), middle.length === 0 ? " " : middle), tail],
    cut: [head],
    insert: [head, piece, middle, tail],
    splice: [head, piece.subarray(Math.floor(share * piece.length))],
  };
  return Buffer.concat(inserted[how]);
}

/** The same bytes, cut into chunks anywhere. */
export function chunked(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [0, ...cuts.map((cut) => Math.floor(cut * bytes.length)).toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).map((to, index) => bytes.subarray(places[index], to));
}

/** Where to cut, as shares of a length; now and then so many that chunks are single bytes. */
export const cuts: fc.Arbitrary<readonly number[]> = fc.oneof(
  { weight: 9, arbitrary: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 2_000 }, (_, place) => place / 2_000)) },
);
