import type { OutcomeCount, OutcomeCounts } from "./outcomeCount.ts";
import type { ServerTally } from "./serverTally.ts";
import type { SourceEndings } from "./sourceEndings.ts";
/** One server of the result set, without its files. */
export interface ServerResult extends OutcomeCounts {
    readonly server: string;
    readonly result: 0 | 1;
    /** The server's folder here; "" if nothing tells. */
    readonly folder: string;
    /** Why the result is 1, beside the failures: half sentences for people. */
    readonly reasons: readonly string[];
}
/** A server as it is known at the end of the input. */
export interface Judgement {
    readonly result: ServerResult;
    readonly listed: number;
    readonly asked: number;
    /** More outcomes than were asked for: by how many. */
    readonly surplus: number;
    /** Who read its listing left, as `head` does, before anything of it came: nothing can be said of it. */
    readonly passedOver: boolean;
}
/** What is asked of a server beside its tally. */
export interface JudgeRequest {
    readonly tally: ServerTally;
    /** What its notes come to. */
    readonly count: OutcomeCount;
    readonly endings: SourceEndings;
    /** Where the selection says that servers' folders are. */
    readonly bufferPath: string | undefined;
    /** A listing was to walk it. */
    readonly expected: boolean;
}
/** Weighs all that was said of a server. */
export declare function judge(request: JudgeRequest): Judgement;
/** Beside it stands a failure that says why. */
export declare const NOT_COMPLETE = "the listing is not complete";
