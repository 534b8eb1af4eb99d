import { NamelessFile } from "./namelessFile.ts";

/** The notes of one server: the newest in memory, those before in chunks on disk, each of which knows the one before it. */
export interface Chain {
  /** Of all its notes. */
  bytes: number;
  newest: Buffer;
  used: number;
  lastOffset: number;
  lastBytes: number;
}

/** A chunk's size on disk: large enough to be read fast, small enough to have one for each of many servers. */
const CHUNK_BYTES = 64 * 1024;
/** Held in memory for all servers together. */
const HELD_BYTES = 8 * 1024 * 1024;
/** So little is held in any case: a small harvest needs no file. */
const SMALL_BYTES = 1024 * 1024;
const FIRST_BYTES = 512;
/** Offset (8) and bytes (4) of the chunk before. */
const LINK_BYTES = 12;

/**
 * Notes of all servers in one file, of which memory holds only the newest part: 8 MiB, however many there are. One file descriptor
 * for any number of servers, and none where all notes are few.
 */
export class Spool {
  /** Chunks are in it; more may be put behind them. */
  readonly file: NamelessFile;
  readonly #chains: Chain[] = [];
  #held = 0;
  #closed = false;

  /** `parent`: the folder on whose disk the notes are kept. */
  constructor(parent: string) {
    this.file = new NamelessFile(parent);
  }

  /** Bytes in memory. */
  get held(): number {
    return this.#held;
  }

  chain(): Chain {
    const chain = { bytes: 0, newest: Buffer.alloc(0), used: 0, lastOffset: 0, lastBytes: 0 };
    this.#chains.push(chain);
    return chain;
  }

  /** Adds one whole note. Throws a `Fault` `disk`. */
  add(chain: Chain, note: Uint8Array): void {
    this.#makeRoom(chain, note.length);
    chain.newest.set(note, chain.used);
    chain.used += note.length;
    chain.bytes += note.length;
    if (this.#held > SMALL_BYTES && chain.used >= CHUNK_BYTES) this.#writeChunk(chain);
    if (this.#held > HELD_BYTES) for (const each of this.#chains) this.#writeChunk(each);
  }

  /** All notes of a server, in no order, in pieces of whole notes. Throws a `Fault` `disk`. */
  *chunks(chain: Chain): Generator<Buffer, void> {
    this.#demandOpen();
    yield chain.newest.subarray(0, chain.used);
    let { lastOffset: offset, lastBytes: bytes } = chain;
    while (bytes > 0) {
      this.#demandOpen();
      const chunk = Buffer.allocUnsafeSlow(bytes);
      this.file.read(offset, chunk);
      offset = chunk.readDoubleLE(0);
      bytes = chunk.readUInt32LE(8);
      yield chunk.subarray(LINK_BYTES);
    }
  }

  close(): void {
    this.file.close();
    this.#chains.length = 0;
    this.#held = 0;
    this.#closed = true;
  }

  #demandOpen(): void {
    if (this.#closed) throw new Error("the report is closed");
  }

  #makeRoom(chain: Chain, bytes: number): void {
    if (chain.used + bytes <= chain.newest.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, chain.newest.length * 2, chain.used + bytes));
    chain.newest.copy(larger, 0, 0, chain.used);
    this.#held += larger.length - chain.newest.length;
    chain.newest = larger;
  }

  #writeChunk(chain: Chain): void {
    if (chain.used === 0) return;
    const link = Buffer.alloc(LINK_BYTES);
    link.writeDoubleLE(chain.lastOffset, 0);
    link.writeUInt32LE(chain.lastBytes, 8);
    const chunk = Buffer.concat([link, chain.newest.subarray(0, chain.used)]);
    const offset = this.file.end;
    this.file.append(chunk);
    chain.lastOffset = offset;
    chain.lastBytes = chunk.length;
    this.#held -= chain.newest.length;
    chain.newest = Buffer.alloc(0);
    chain.used = 0;
  }
}
