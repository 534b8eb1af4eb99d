import type { Kind } from "./kinds.ts";
/** Names of records' fields: one text with commas between them, or a list of texts, which are taken as they are. */
export declare const fieldNames: Kind<readonly string[], string | readonly string[]>;
