/** The bytes of one character beyond ASCII, one character a byte; undefined where the encoding has none. */
export type CodeOf = (character: string) => string | undefined;
/** Inverts an encoding's decoder by decoding all the codes that there can be: a tenth of a second, and up to 63,000 characters. */
export declare function codesOf(encoding: string): CodeOf;
