import type { HashAlgorithm } from "../records/record.ts";
import type { PartRequest } from "./partRequest.ts";
import type { Incoming } from "./sink.ts";
/**
 * A file on its way: written beside its target under a name of our own, renamed when it is whole. Opened with its first byte.
 * On a fast disk all of it is synchronous: five system calls for a small file.
 */
export declare class PartFile implements Incoming {
    #private;
    readonly local: string;
    readonly held: number;
    constructor(request: PartRequest);
    write(offset: number, bytes: Uint8Array): void | Promise<void>;
    heldEnd(length: number): Promise<Uint8Array>;
    digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]>;
    commit(mtime_ms: number | null): void | Promise<void>;
    keep(): void;
    abort(): void;
}
