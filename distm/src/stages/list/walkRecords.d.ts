import { type Names, type WireName } from "../../ftp/names.ts";
import type { Fault } from "../../records/fault.ts";
import type { AnyRecord, FailureRecord } from "../../records/record.ts";
/** Fields of every record of a walk. */
export interface WalkStamp {
    readonly run: string;
    readonly by: string;
    readonly server: string;
    readonly config: string;
}
/** A path on the wire in the words of records. */
export interface Place {
    readonly path: string;
    /** Relative to the server's path, or to the deepest folder that holds its paths; "" for that folder itself. */
    readonly name: string;
    /** Base64 of the path's bytes where the text does not give them back. */
    readonly raw?: string;
}
/** Names a path; `base` is the folder that names are relative to. */
export declare function placeOf(path: WireName, base: WireName, names: Names): Place;
/** What a listing tells of a file. */
export interface FileFacts {
    readonly size: number | null;
    readonly modified: string | null;
}
export declare function fileRecord(stamp: WalkStamp, { path, name, raw }: Place, { size, modified }: FileFacts, from: "list" | "mlsd" | "mdtm"): AnyRecord;
/** Of a file or folder, or of the server as a whole. */
export declare function failureRecord(stamp: WalkStamp, place: Place | undefined, fault: Fault): FailureRecord;
export declare function skippedRecord(stamp: WalkStamp, place: Place, reason: string): AnyRecord;
/** What a walk came to. */
export interface Walked {
    readonly directories: number;
    readonly files: number;
    readonly complete: boolean;
    readonly ms: number;
}
export declare function listedRecord(stamp: WalkStamp, { directories, files, complete, ms }: Walked): AnyRecord;
