import { type OperatorFunction } from "rxjs";
import { type AnyRecord, type HarvestRecord, type SourceRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
/**
 * The next report below a stage. It is told directly what must not get lost on the way: a stock `filter` knows nothing of control
 * records, and a dead server must not vanish because of one. A report counts once what it hears twice.
 */
export interface ReportBelow {
    tell(record: AnyRecord): void;
    /** To be asked when the report's input is over. Returns how that is called off. */
    tellAtEnd(source: () => SourceRecord): () => void;
}
export declare const NO_REPORT: ReportBelow;
/** What a report wants to know of a stage process beside its records. */
type Facts = Pick<SourceRecord, "stage" | "selection" | "to">;
/**
 * Tells the report what a stage says, and how it ended: `closed` where whoever read its records wanted no more. Records are typed as
 * those of ours from here on.
 */
export declare function toldTo(report: ReportBelow, { run, by }: StageContext, facts: Facts): OperatorFunction<AnyRecord, HarvestRecord>;
export {};
