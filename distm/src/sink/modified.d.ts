/**
 * The moment that a listed time means, in milliseconds since 1970; undefined if it can't be read. A time that clocks showed twice is
 * the first of the two; one that they skipped counts on from before the gap. A day is its first moment.
 *
 * @param modified as in `FileRecord.modified`
 * @param timezone IANA name of the zone that times without `Z` are in
 */
export declare function modifiedToMs(modified: string, timezone: string): number | undefined;
/**
 * Whether a file here may be the one that was listed, going by its time: they are the same when they agree as far as the listing
 * and the disk are precise. Files of this sink carry the time that `modifiedToMs` gave.
 */
export declare function sameTime(listed: string, timezone: string, mtime_ms: number): boolean;
