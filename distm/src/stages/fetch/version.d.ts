import type { WireName } from "../../ftp/names.ts";
/** A version of a file, as listed or as the server says when it is asked: bytes, and a time as `FileRecord.modified`. */
export interface Version {
    readonly size: number | null;
    readonly modified: string | null;
}
/** What came of a version with an orderly end, and what the server says of the file then; undefined: nothing. */
export interface Arrival {
    /** What the server had before the bytes came. */
    readonly before: Version;
    /** Who said so. A listing may be wrong on sizes; SIZE that gives another one than before tells of a change within the same second. */
    readonly saidBy: "listing" | "server";
    /** Bytes of the whole file here. */
    readonly came: number;
    /** An earlier try or run had fetched some of them. */
    readonly resumed: boolean;
    readonly after: Version | undefined;
}
/**
 * `taken`: all of them are of one version, as far as the server says. `again`: it is not the version of before. `wrong`: the server says that
 * nothing changed, but that is not what came.
 *
 * A file that is rewritten while it is read may come with its old head, its new tail and the right size. So the time is held against the
 * one of before, and so is the size where there are no exact times or the server itself has said it: to agree with what came is not enough.
 */
export declare function judge({ before, saidBy, came, resumed, after }: Arrival): "taken" | "again" | "wrong";
/** Both exact, with the same size and the same second. */
export declare function sameVersion(one: Version, other: Version): boolean;
/** Size and time are known: another version looks the same only if it is of the same second. */
export declare function isExact(version: Version): boolean;
/**
 * An exact version of the file under a path on the server, in words; undefined for others. Another path's file may have the same name here in
 * the next run, the same size, and a time of the same second.
 */
export declare function versionText(version: Version, path: WireName): string | undefined;
/**
 * Whether a version is another one than was listed. Times that are not exact say nothing: a listing's are right only if the server's
 * `timezone` is.
 */
export declare function isOther(version: Version, listed: Version): boolean;
/** Both have exact times, and not of the same second. */
export declare function timesDiffer(one: Version, other: Version): boolean;
/** In milliseconds since 1970, taken for UTC. */
export declare function momentOf({ modified }: Version): number | undefined;
