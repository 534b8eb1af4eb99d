import type { ServerAddress } from "./address.ts";
import type { WireName } from "./names.ts";
import type { TakeChunk } from "./transferRequest.ts";
import type { Transfers } from "./transfers.ts";
/** Limits of the server's settings that hold here. */
type Limits = Pick<ServerAddress, "file_timeout_ms">;
/** A file that is wanted, or the rest of one. */
export interface Retrieval {
    readonly path: WireName;
    /** Bytes that are here already: REST (RFC 3659 §5). A server that refuses REST sends the file from its beginning. */
    readonly from: number;
    /** The file's whole size; null if nobody knows. */
    readonly expected: number | null;
    /** Bytes of the whole file at most; more is a `Fault`. `max_file_size`, or less where a listing promised far less. */
    readonly most: number;
    /** `offset` counts from the file's beginning: `from`, or 0 where REST was refused. */
    readonly chunk: TakeChunk;
}
/** What came of it. */
export interface Retrieved {
    /** Of the whole file: where it began and the bytes that came. */
    readonly size: number;
    /** Where it really began. */
    readonly from: number;
}
/** RFC 959 RETR of `name`, which is `path` as the server reads it. Throws a `Fault`. */
export declare function retrieve(transfers: Transfers, name: WireName, retrieval: Retrieval, limits: Limits): Promise<Retrieved>;
export {};
