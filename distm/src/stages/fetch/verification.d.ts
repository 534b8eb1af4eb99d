import type { ServerSettings } from "../../config/server.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
import type { DownloadRecord } from "../../records/record.ts";
import type { Incoming } from "../../sink/sink.ts";
/** What is told of a file's bytes in its record. */
export type Verified = Pick<DownloadRecord, "verified" | "sha256">;
interface Verification {
    readonly session: Session;
    readonly path: WireName;
    readonly size: number;
    readonly incoming: Incoming;
    readonly by: ServerSettings["verify"];
    readonly checksum: "none" | "sha256";
}
/**
 * Holds what was written against the server's own hash of the file, before it gets its name. Both hashes are of what the disk gives back.
 * A server without hashes leaves it at the size. Rejects with a `Fault` `hash_mismatch`.
 */
export declare function verify(verification: Verification): Verified | Promise<Verified>;
export {};
