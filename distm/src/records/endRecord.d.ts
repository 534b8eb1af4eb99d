import type { AnyRecord, Ending, EndRecord } from "./record.ts";
/** The `end` record in a record that came from outside; undefined when it is none. What is missing in it is empty. */
export declare function endRecord(record: AnyRecord): EndRecord | undefined;
/** The stage in the name of a stage process: `list` in `list-7f3a`. */
export declare function stageOf(by: string): string;
export declare function isEnding(value: unknown): value is Ending;
/** Of two words on how one source ended, the one that counts: the worse, for who knew nothing saw least. */
export declare function worseEnding(a: Ending, b: Ending): Ending;
