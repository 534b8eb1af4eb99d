import { TextDecoder } from "node:util";
import type { Kind } from "./kinds.ts";

/**
 * An encoding of names by a label of the Encoding Standard; becomes its name there. In UTF-16 and ISO-2022-JP the byte of `/` is also
 * a part of other characters: no path could be cut there.
 */
export const encoding: Kind<string> = {
  expected: "an encoding that leaves ASCII as it is, such as utf-8, gbk, big5, shift_jis, euc-kr or latin1",
  placeholder: "ENCODING",
  schema: { type: "string", minLength: 1 },
  choices: ["utf-8", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "latin1", "koi8-r", "windows-1251"],
  parse(value) {
    const decoder = typeof value === "string" ? decoderOf(value) : undefined;
    return decoder?.decode(Buffer.from(ASCII)) === ASCII ? decoder.encoding : undefined;
  },
};

/**
 * Without the control characters: Node.js has three of them turned round in Shift_JIS and IBM866. In ISO-2022-JP what stands behind
 * ESC $ B is something else.
 */
const ASCII = `\x1b$B${String.fromCharCode(...Array.from({ length: 0x7f - 0x20 }, (_, place) => 0x20 + place))}`;

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}
