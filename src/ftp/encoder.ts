import { decoderOf } from "./decoder.ts";

/** The bytes of one character beyond ASCII, one character a byte; undefined where the encoding has none. */
export type CodeOf = (character: string) => string | undefined;

type Range = readonly [first: number, last: number];

/**
 * Which bytes stand in which place of a code, over all encodings that leave ASCII as it is. What is no code in an encoding does not
 * become one character there.
 */
const SHAPES: readonly (readonly Range[])[] = [
  [[0x80, 0xff]],
  [
    [0x81, 0xfe],
    [0x30, 0xfe],
  ],
];

/** Codes that one encoding alone has: JIS X 0212 in three bytes; four bytes for the rest of the Basic Multilingual Plane. */
const FURTHER_SHAPES: Readonly<Record<string, typeof SHAPES>> = {
  "euc-jp": [
    [
      [0x8f, 0x8f],
      [0xa1, 0xfe],
      [0xa1, 0xfe],
    ],
  ],
  gb18030: [
    [
      [0x81, 0x84],
      [0x30, 0x39],
      [0x81, 0xfe],
      [0x30, 0x39],
    ],
  ],
};

/**
 * Of several codes for a character the first is written, but not these: Windows and the encoders of the Encoding Standard write the
 * other one. Names such as 髙橋 and 十月 have them.
 */
const NOT_WRITTEN: Readonly<Record<string, RegExp>> = {
  shift_jis: /^[\xed\xee]./s,
  big5: /^\xa2[\xa4-\xa7\xcc\xce]$/,
  gb18030: /^\x80$/,
};

/** Inverts an encoding's decoder by decoding all the codes that there can be: a tenth of a second, and up to 63,000 characters. */
export function codesOf(encoding: string): CodeOf {
  const decode = decoderOf(encoding);
  const notWritten = NOT_WRITTEN[encoding];
  const codes = new Map<string, string>();
  for (const shape of [...SHAPES, ...(FURTHER_SHAPES[encoding] ?? [])]) {
    const all = codesOfShape(shape);
    // In one go, as parts of a path: no code has a "/" in it.
    const texts = decode(all.join("/")).split("/");
    for (const [place, code] of all.entries()) {
      const text = texts[place] ?? "";
      if (isCharacter(text) && !codes.has(text) && notWritten?.test(code) !== true) codes.set(text, code);
    }
  }
  if (encoding !== "gb18030") return (character) => codes.get(character);
  return (character) => codes.get(character) ?? supplementary(character.codePointAt(0) ?? 0);
}

function codesOfShape(shape: readonly Range[]): readonly string[] {
  return shape.reduce<readonly string[]>(
    (codes, range) => codes.flatMap((code) => bytesOf(range).map((byte) => code + byte)),
    [""],
  );
}

function bytesOf([first, last]: Range): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, place) => String.fromCharCode(first + place));
}

/** U+FFFD stands for bytes that are no code. */
function isCharacter(text: string): boolean {
  return text !== "\ufffd" && [...text].length === 1;
}

/** GB 18030 numbers the million code points beyond the Basic Multilingual Plane in their order, from 90 30 81 30. */
function supplementary(codePoint: number): string | undefined {
  const order = codePoint - 0x10000;
  if (order < 0) return undefined;
  const digit = (unit: number, base: number, first: number) => first + (Math.floor(order / unit) % base);
  return String.fromCharCode(digit(12_600, 84, 0x90), digit(1_260, 10, 0x30), digit(10, 126, 0x81), digit(1, 10, 0x30));
}
