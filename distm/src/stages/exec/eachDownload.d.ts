import { type OperatorFunction } from "rxjs";
import type { ProgramCommand } from "../../config/commandKind.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { StageContext } from "../context.ts";
export interface EachRequest {
    /** With placeholders in its arguments. */
    readonly command: ProgramCommand;
    /** Commands at once. */
    readonly procs: number;
    readonly context: StageContext;
}
/**
 * The command once for each file that was fetched; its `download` record passes when the command has ended, and a `failure` behind it
 * where that went wrong. All other records pass at once.
 */
export declare function eachDownload({ command, procs, context }: EachRequest): OperatorFunction<AnyRecord, AnyRecord>;
