import { type Names, type WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { AnyRecord } from "../../records/record.ts";
import { type FileFacts, type Place } from "./walkRecords.ts";
import type { WalkRequest } from "./walkRequest.ts";
/** What a walk has found: it makes the records, and knows what they come to. */
export declare class Findings {
    #private;
    /** All that there is was seen, as far as is known. */
    complete: boolean;
    /** Folders that were listed. */
    directories: number;
    /** The folder that names are relative to. */
    base: WireName;
    readonly names: Names;
    constructor({ stamp: { run, by }, settings: { server, config, encoding } }: WalkRequest);
    placeOf(path: WireName): Place;
    file(place: Place, facts: FileFacts, from: "list" | "mlsd" | "mdtm"): AnyRecord;
    skipped(place: Place, reason: string): AnyRecord;
    /** A name that can't lie here: it was seen, and the listing is no less complete. */
    refused(place: Place, fault: Fault): AnyRecord;
    /** Something could not be listed; without a path: the server. */
    failure(fault: Fault, path: WireName | undefined): AnyRecord;
    listed(ms: number): AnyRecord;
}
