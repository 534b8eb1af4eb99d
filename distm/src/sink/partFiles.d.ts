import { Leftovers } from "./leftovers.ts";
import type { PartOfFile, Place } from "./partRequest.ts";
import type { Incoming } from "./sink.ts";
/** The part files of a sink: those on their way, those kept for another try, and those that earlier runs left. */
export declare class PartFiles {
    #private;
    readonly left: Leftovers;
    constructor(owner: string);
    /** A part file for a version of a file, with what is here of the same. */
    add(place: Place, version: string | undefined, make: (part: PartOfFile) => Incoming): Incoming;
    /** See `Sink.close`. A file that a thread still writes to has lost its name then: whatever comes, it is nobody's. */
    close(how: "done" | "stopped"): boolean;
}
