import { NamelessFile } from "./namelessFile.ts";
import { type Note } from "./noteBytes.ts";
/** The notes of one server: the newest in memory, those before in chunks on disk, each of which knows the one before it. */
export interface Chain {
    /** Of all its notes. */
    bytes: number;
    /** The chunk that will be written next: room for its link, then notes. */
    newest: Buffer;
    /** Bytes of it that are in use; 0 when it has no note. */
    used: number;
    lastOffset: number;
    lastBytes: number;
}
/**
 * Notes of all servers in one file, of which memory holds only the newest part: 8 MiB, however many there are. One file descriptor
 * for any number of servers, and none where all notes are few.
 */
export declare class Spool {
    #private;
    /** Chunks are in it; more may be put behind them. */
    readonly file: NamelessFile;
    /** `parent`: the folder on whose disk the notes are kept. */
    constructor(parent: string);
    /** Bytes in memory. */
    get held(): number;
    chain(): Chain;
    /** Throws a `Fault` `disk`; then it is not added. */
    add(chain: Chain, note: Note): void;
    /** As `add`, with a note as it was read. */
    addEncoded(chain: Chain, note: Uint8Array): void;
    /** All notes of a server, in no order, in pieces of whole notes. Each is valid only until the next one. Throws a `Fault` `disk`. */
    chunks(chain: Chain): Generator<Buffer, void>;
    close(): void;
}
