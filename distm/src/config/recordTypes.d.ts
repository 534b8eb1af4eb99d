import { type Kind } from "./kinds.ts";
/** Types of records: one text with commas between them, or a list of texts, which are taken as they are. */
export declare const recordTypes: Kind<readonly string[], string | readonly string[]>;
