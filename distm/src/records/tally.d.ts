import { type AnyRecord } from "./record.ts";
/** Counts what a stage writes, and what that means for its exit code. */
export declare class Tally {
    readonly counts: Record<string, number>;
    /** 1 when a failure was written or passed on, or something was left undone; else 0. */
    code: 0 | 1;
    add(record: AnyRecord): void;
}
