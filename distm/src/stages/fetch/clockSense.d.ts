import { type Version } from "./version.ts";
/**
 * Whether a server's MDTM says of a file that did not change what its listing says. Some have one of them in local time: there a
 * listed time says nothing of a change, and large files are asked for before they are fetched, or each would be fetched twice.
 */
export declare class ClockSense {
    #private;
    get tellsChanges(): boolean;
    /** A file was listed, fetched, and asked for again. */
    learn(listed: Version, asked: Version, verdict: "taken" | "again"): void;
}
