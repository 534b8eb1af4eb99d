import { type OperatorFunction } from "rxjs";
import type { Command } from "../../config/commandKind.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
export interface Passage {
    readonly command: Command;
    /** Types of the records that go through the program. */
    readonly types: ReadonlySet<string>;
    readonly context: StageContext;
}
/**
 * One program for the whole stream: records of some types go through it, all others round it at once. While its stdin is full, or the
 * stream's gate is shut, the source waits.
 */
export declare function throughProgram({ command, types, context }: Passage): OperatorFunction<AnyRecord, AnyRecord>;
