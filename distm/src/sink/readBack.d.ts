import { read } from "node:fs";
import type { HashAlgorithm } from "../records/record.ts";
export declare const readLater: typeof read.__promisify__;
interface Reading {
    /** A small file on a fast disk is read at once: a thread would take longer. */
    readonly disk: "fast" | "slow";
    /** Called before each piece. */
    readonly goOn: () => void;
}
/**
 * Hashes of a file's first `size_bytes`, in hexadecimal. Rejects with the system's error, with a `Fault` if there are less, or with what
 * `goOn` throws.
 */
export declare function hashesOf(fd: number, size_bytes: number, algorithms: readonly HashAlgorithm[], { disk, goOn }: Reading): Promise<string[]>;
export {};
