/** A date without a zone, as a listing's line has it. */
export interface ListedDate {
    readonly year: number;
    /** 1 to 12. */
    readonly month: number;
    readonly day: number;
}
/** `2026-11-24`, or undefined when the calendar has no such day. */
export declare function isoDate({ year, month, day }: ListedDate): string | undefined;
/** `01:38`, or undefined when a clock never shows it. */
export declare function isoTime(hour: number, minute: number): string | undefined;
