import { TextDecoder } from "node:util";

/** Makes text of bytes that come as one character a byte; U+FFFD stands for those that are no code. Never throws. */
export type Decode = (wire: string) => string;

/**
 * A decoder of the Encoding Standard, by its name there; mended where that of Node.js is another one. Windows writes names in code
 * pages 1252 and 949, which the standard means by `latin1` and `euc-kr`.
 */
export function decoderOf(encoding: string): Decode {
  if (encoding === "windows-1252") return decodeWindows1252;
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const decode: Decode = (wire) => decoder.decode(Buffer.from(wire, "latin1")).replace(NO_CHARACTER, "\ufffd");
  return encoding === "euc-kr" ? withMoreHangul(decode) : decode;
}

/** What Node.js has for single bytes such as 0xFF of GBK, Big5 and code page 874, which the standard takes for broken. */
const NO_CHARACTER = /[\uf8c0-\uf8fe]/g;

/** From 0x80; all other bytes are Unicode's numbers. Node.js 20 decodes ISO 8859-1 instead, and up to 22 makes nothing of 0xFF. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

function decodeWindows1252(wire: string): string {
  return wire.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

/**
 * KS X 1001 has 2,350 syllables. Code page 949 has the other 8,822 in Unicode's order, in the codes that are left; Node.js lacks
 * them up to version 26. They are in names such as 똠방각하.
 */
function withMoreHangul(decode: Decode): Decode {
  const more = moreHangul(decode);
  return (wire) => {
    let text = "";
    let others = "";
    for (const code of wire.match(/[\x81-\xfe][\x41-\x5a\x61-\x7a\x81-\xfe]|./gs) ?? []) {
      const syllable = more.get(code);
      if (syllable === undefined) {
        others += code;
      } else {
        text += decode(others) + syllable;
        others = "";
      }
    }
    return text + decode(others);
  };
}

function moreHangul(decode: Decode): ReadonlyMap<string, string> {
  const known = new Set(decode([...pairs(0xb0, 0xc8, [[0xa1, 0xfe]])].join("")));
  const more = new Map<string, string>();
  let syllable = FIRST_SYLLABLE;
  for (const code of codesLeft()) {
    while (known.has(String.fromCharCode(syllable))) syllable++;
    if (syllable > LAST_SYLLABLE) break;
    more.set(code, String.fromCharCode(syllable++));
  }
  return more;
}

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

type Range = readonly [first: number, last: number];

const LETTERS: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
];

function* codesLeft(): Generator<string> {
  yield* pairs(0x81, 0xa0, [...LETTERS, [0x81, 0xfe]]);
  yield* pairs(0xa1, 0xfe, [...LETTERS, [0x81, 0xa0]]);
}

function* pairs(firstLead: number, lastLead: number, trails: readonly Range[]): Generator<string> {
  for (let lead = firstLead; lead <= lastLead; lead++) {
    for (const [first, last] of trails) {
      for (let trail = first; trail <= last; trail++) yield String.fromCharCode(lead, trail);
    }
  }
}
