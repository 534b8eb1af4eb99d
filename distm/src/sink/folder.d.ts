import { DiskPace } from "./diskPace.ts";
import type { Sink } from "./sink.ts";
export interface FolderSinkOptions {
    /** The folder that holds the servers' folders; made when missing, may be reached through links. */
    readonly bufferPath: string;
    /** Eight hex digits that nobody else writes part files under here; see `Lock.owner`. */
    readonly owner?: string;
    /** Bytes of one part of a name. */
    readonly maxName?: number;
    /** `durable`: a file is on the disk before `commit` has ended. */
    readonly commits?: "fast" | "durable";
    /** How fast its disk is; known by default from what this process saw of the same disk. */
    readonly pace?: DiskPace;
}
/**
 * A sink of folders: files land in `<bufferPath>/<server>/<name>`, with their exact bytes as names, and never anywhere else.
 * Throws a `Fault` `disk` if there can be no such folder.
 */
export declare function openFolderSink(options: FolderSinkOptions): Sink;
