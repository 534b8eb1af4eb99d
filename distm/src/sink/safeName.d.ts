import type { Spelling } from "./realFolders.ts";
/**
 * Why a file can't lie under this name below its server's folder, in words for people; undefined if it can. Decided on the name alone,
 * without a look at the disk.
 *
 * @param name relative to the server's folder, `/` between its parts
 * @param rawName the bytes that the file gets on disk where they differ from `name` in UTF-8; they alone are judged then
 * @param longest_bytes of one part of the name, `max_name`; never more than what disks take
 */
export declare function unsafeReason(name: string, rawName?: Uint8Array, longest_bytes?: number, platform?: NodeJS.Platform): string | undefined;
/** The same for a server's name, which is one folder's. */
export declare function unsafeServerReason(server: string): string | undefined;
/** UTF-8 needs at most three bytes for a UTF-16 unit, so short texts need no counting. */
export declare function isLonger(text: string, spelling: Spelling, than_bytes: number): boolean;
