import type { Incoming } from "../../sink/sink.ts";
/**
 * The end of the bytes that are here, held against what a server sends from there on. There are servers that answer REST with 350 and begin at
 * 0 all the same: their bytes would be put behind those that are here, and kept for the next try when the line breaks before the size tells.
 */
export declare class Overlap {
    #private;
    /** Where to begin. */
    readonly from: number;
    private constructor();
    /** Of a file that has bytes from the start. Rejects with a `Fault`. */
    static of(incoming: Incoming): Promise<Overlap>;
    /** How many of some bytes, in their order, are here already. Throws a `Fault` where they are not the same. */
    alreadyHere(offset: number, bytes: Uint8Array): number;
}
