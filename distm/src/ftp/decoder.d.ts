/** Makes text of bytes that come as one character a byte; U+FFFD stands for those that are no code. Never throws. */
export type Decode = (wire: string) => string;
/**
 * A decoder of the Encoding Standard, by its name there; mended where that of Node.js is another one. Windows writes names in code
 * pages 1252 and 949, which the standard means by `latin1` and `euc-kr`.
 */
export declare function decoderOf(encoding: string): Decode;
