import type { Kind } from "./kinds.ts";
/**
 * An encoding of names by a label of the Encoding Standard; becomes its name there. In UTF-16 and ISO-2022-JP the byte of `/` is also
 * a part of other characters: no path could be cut there.
 */
export declare const encoding: Kind<string>;
