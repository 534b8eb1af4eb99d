import { TextDecoder } from "node:util";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import { type Decode, decoderOf } from "./decoder.ts";
import { type CodeOf, codesOf } from "./encoder.ts";

/**
 * Names on the wire are bytes. Inside this folder they are strings with one character a byte (latin1), so that nothing is lost;
 * above it they are text.
 */
export type WireName = string;

/** How a server writes names. Paths too: `/` stands between their parts in bytes and in text. */
export interface Names {
  /** A name as text; `exact` is false when encoding the text does not give back the name's bytes. */
  decode(wire: WireName): { readonly text: string; readonly exact: boolean };
  /** The bytes of a text, or of a name that came as base64 (`raw`). Throws a `Fault` if the encoding lacks a character. */
  encode(text: string, raw?: string): WireName;
}

/** Made once for an encoding, which is a name or label that TextDecoder knows and that leaves ASCII as it is. */
export function namesIn(label: string): Names {
  let names = known.get(label);
  if (names === undefined) {
    names = isUtf8(label) ? utf8Names : new LegacyNames(standardName(label));
    known.set(label, names);
  }
  return names;
}

const known = new Map<string, Names>();

export function isUtf8(label: string): boolean {
  return standardName(label) === "utf-8";
}

function standardName(label: string): string {
  return new TextDecoder(label).encoding;
}

/** Base64 of a name's bytes. */
export function rawName(wire: WireName): string {
  return Buffer.from(wire, "latin1").toString("base64");
}

const utf8Names: Names = {
  decode(wire) {
    if (isAscii(wire)) return { text: wire, exact: true };
    const bytes = Buffer.from(wire, "latin1");
    const text = bytes.toString("utf8");
    return { text, exact: Buffer.from(text, "utf8").equals(bytes) };
  },
  encode(text, raw) {
    if (raw !== undefined) return fromRaw(raw);
    return isAscii(text) ? text : Buffer.from(text, "utf8").toString("latin1");
  },
};

class LegacyNames implements Names {
  readonly #encoding: string;
  readonly #decode: Decode;
  #codeOf: CodeOf | undefined;

  constructor(encoding: string) {
    this.#encoding = encoding;
    this.#decode = decoderOf(encoding);
  }

  decode(wire: WireName): { text: string; exact: boolean } {
    if (isAscii(wire)) return { text: wire, exact: true };
    // Part by part: whatever a decoder makes of a broken character, it takes no "/" with it.
    const text = wire
      .split("/")
      .map((part) => this.#decodePart(part))
      .join("/");
    return { text, exact: this.#toWire(text) === wire };
  }

  encode(text: string, raw?: string): WireName {
    if (raw !== undefined) return fromRaw(raw);
    if (isAscii(text)) return text;
    const wire = this.#toWire(text);
    if (wire === undefined) throw this.#lacking(text);
    return wire;
  }

  #decodePart(part: WireName): string {
    return isAscii(part) ? part : this.#decode(part);
  }

  #toWire(text: string): WireName | undefined {
    let wire = "";
    for (const character of text) {
      const code = this.#code(character);
      if (code === undefined) return undefined;
      wire += code;
    }
    return wire;
  }

  #code(character: string): WireName | undefined {
    if (isAscii(character)) return character;
    this.#codeOf ??= codesOf(this.#encoding);
    return this.#codeOf(character);
  }

  #lacking(text: string): Fault {
    const lacking = [...text].find((character) => this.#code(character) === undefined) ?? "";
    return new Fault(
      "config",
      `"${printable(text)}": ${this.#encoding} has no "${printable(lacking)}"; check \`encoding\``,
    );
  }
}

function fromRaw(raw: string): WireName {
  return Buffer.from(raw, "base64").toString("latin1");
}

function isAscii(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}
