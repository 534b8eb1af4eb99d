/**
 * Names on the wire are bytes. Inside this folder they are strings with one character a byte (latin1), so that nothing is lost;
 * above it they are text.
 */
export type WireName = string;
/** How a server writes names. Paths too: `/` stands between their parts in bytes and in text. */
export interface Names {
    /** A name as text; `exact` is false when encoding the text does not give back the name's bytes. */
    decode(wire: WireName): {
        readonly text: string;
        readonly exact: boolean;
    };
    /** The bytes of a text, or of a name that came as base64 (`raw`). Throws a `Fault` if the encoding lacks a character. */
    encode(text: string, raw?: string): WireName;
}
/** Made once for an encoding, which is a name or label that TextDecoder knows and that leaves ASCII as it is. */
export declare function namesIn(label: string): Names;
export declare function isUtf8(label: string): boolean;
/** Base64 of a name's bytes. */
export declare function rawName(wire: WireName): string;
