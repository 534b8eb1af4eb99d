import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { FileHash } from "./fileHash.ts";
import { type FileVersion } from "./fileVersion.ts";
import type { WireName } from "./names.ts";
import type { Listing, TakeEntry } from "./readListing.ts";
import { type Retrieval, type Retrieved } from "./retrieve.ts";
import type { Traits } from "./traits.ts";
/** A connection after log-in. One command at a time; who holds it is the pool's business. */
export declare class Session {
    #private;
    private constructor();
    /** Throws a `Fault`. */
    static open(address: ServerAddress, traits: Traits, signal: AbortSignal): Promise<Session>;
    get usable(): boolean;
    /**
     * It was led astray by what was sent ahead, as no session of this server will be any more: what failed on it is no fault of the
     * server, nor of the file.
     */
    get astray(): boolean;
    close(reason?: Fault): void;
    /**
     * Fetches a file, or the rest of one. When the server ends it in order, with another size than expected too, that is the file as
     * it is now: whoever asked compares. Throws a `Fault` for all else; look at `usable` afterwards in any case.
     */
    retrieve(retrieval: Retrieval): Promise<Retrieved>;
    /** What the server says of a file now. Throws a `Fault` when it is gone. */
    version(path: WireName): Promise<FileVersion>;
    /** The strongest hash that the server makes of a file of so many bytes; see `Hasher.hash`. */
    hash(path: WireName, size?: number): Promise<FileHash | undefined>;
    /**
     * Lists one directory, hidden files included, and hands on each entry as it comes, in the server's order; `now` is for dates
     * without a year. The path goes into CWD, never into LIST, which takes paths as patterns or options. Throws a `Fault` when there
     * is no listing: what was taken until then is worth nothing. When `take` ends it, what came before is an incomplete one; look at
     * `usable` afterwards in any case.
     */
    list(path: WireName, now: Date, take: TakeEntry): Promise<Listing>;
    /** CWD. Throws a `Fault`. */
    enter(path: WireName): Promise<void>;
    /** The directory that the session is in (RFC 959 PWD, appendix II for its quotes). */
    where(): Promise<WireName>;
    /** RFC 3659 §4 SIZE; null when the server does not know the command. Throws a `Fault` when there is no such file. */
    size(path: WireName): Promise<number | null>;
    /** RFC 3659 §3 MDTM, as `FileRecord.modified`; null when the server does not say. */
    modified(path: WireName): Promise<string | null>;
}
