import type { SinkFile } from "../../sink/sink.ts";
import type { WantedFile } from "./wantedFile.ts";
/** Whether a file came for the first time, as far as is kept in mind. */
export type Claimed = "first" | "again";
/**
 * Which files have which names here. A listing names each of a server's files differently, but two may still have the same: where names were
 * changed on their way (by `ftp-map`, say), where one's text is the other's bytes, and on disks that take `a` for `A`. One would overwrite
 * the other.
 */
export declare class Claims {
    #private;
    /**
     * Gives a file its name. Throws a `Fault` where another file of its server has it, also one that failed; the same file may come again.
     *
     * @param folded the name as the disk tells it from others; undefined where each name is its own
     */
    claim(key: string, { path, raw }: WantedFile, here: SinkFile, folded?: string): Claimed;
}
