import type { Branches } from "./branches.ts";
/** What a harvest left behind, to be held against what was staged. */
export interface Harvest {
    /** Exit code of ftp-report. */
    readonly code: number | undefined;
    /** What `ftp-report --format json` wrote. */
    readonly resultSet: string;
    /** All records, as NDJSON. */
    readonly stream: string;
}
/**
 * Differences between what was staged and what came: exit code, result set, failures, and each file on disk, byte by byte.
 * One sentence each; none when all is as it should be. It trusts nothing that the toolkit says of itself but what it checks.
 */
export declare function differences(branches: Branches, harvest: Harvest): Promise<string[]>;
