import { NamelessFile } from "./namelessFile.ts";
import { mostBytes, type Note, writeNote } from "./noteBytes.ts";

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

/** A chunk's size on disk: large enough to be read fast, small enough to have one for each of many servers. */
const CHUNK_BYTES = 64 * 1024;
/** Held in memory for all servers together. */
const HELD_BYTES = 8 * 1024 * 1024;
/** So little is held in any case: a small harvest needs no file. */
const SMALL_BYTES = 1024 * 1024;
const FIRST_BYTES = 512;
/** Offset (8) and bytes (4) of the chunk before. */
const LINK_BYTES = 12;
const NOTHING = Buffer.alloc(0);

/**
 * Notes of all servers in one file, of which memory holds only the newest part: 8 MiB, however many there are. One file descriptor
 * for any number of servers, and none where all notes are few.
 */
export class Spool {
  /** Chunks are in it; more may be put behind them. */
  readonly file: NamelessFile;
  readonly #chains: Chain[] = [];
  #held = 0;

  /** `parent`: the folder on whose disk the notes are kept. */
  constructor(parent: string) {
    this.file = new NamelessFile(parent);
  }

  /** Bytes in memory. */
  get held(): number {
    return this.#held;
  }

  chain(): Chain {
    const chain = { bytes: 0, newest: NOTHING, used: 0, lastOffset: 0, lastBytes: 0 };
    this.#chains.push(chain);
    return chain;
  }

  /** Throws a `Fault` `disk`; then it is not added. */
  add(chain: Chain, note: Note): void {
    const begin = this.#makeRoom(chain, mostBytes(note));
    this.#take(chain, begin, writeNote(note, chain.newest, begin));
  }

  /** As `add`, with a note as it was read. */
  addEncoded(chain: Chain, note: Uint8Array): void {
    const begin = this.#makeRoom(chain, note.length);
    chain.newest.set(note, begin);
    this.#take(chain, begin, begin + note.length);
  }

  /** All notes of a server, in no order, in pieces of whole notes. Each is valid only until the next one. Throws a `Fault` `disk`. */
  *chunks(chain: Chain): Generator<Buffer, void> {
    this.file.demandOpen();
    if (chain.used > 0) yield chain.newest.subarray(LINK_BYTES, chain.used);
    let buffer = NOTHING;
    let { lastOffset: offset, lastBytes: bytes } = chain;
    while (bytes > 0) {
      if (bytes > buffer.length) buffer = Buffer.allocUnsafeSlow(bytes);
      const chunk = buffer.subarray(0, bytes);
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
  }

  #take(chain: Chain, begin: number, end: number): void {
    chain.used = end;
    chain.bytes += end - begin;
  }

  /** Returns where in `newest` the next note begins. */
  #makeRoom(chain: Chain, bytes: number): number {
    if (this.#held > SMALL_BYTES && chain.used >= CHUNK_BYTES) this.#writeChunk(chain);
    if (Math.max(chain.used, LINK_BYTES) + bytes > chain.newest.length) this.#grow(chain, bytes);
    return Math.max(chain.used, LINK_BYTES);
  }

  #grow(chain: Chain, bytes: number): void {
    if (this.#held + chain.newest.length + bytes > HELD_BYTES) for (const each of this.#chains) this.#letGo(each);
    const { newest, used } = chain;
    const larger = Buffer.allocUnsafeSlow(Math.max(FIRST_BYTES, 2 * newest.length, used + LINK_BYTES + bytes));
    newest.copy(larger, 0, 0, used);
    this.#held += larger.length - newest.length;
    chain.newest = larger;
  }

  #writeChunk(chain: Chain): void {
    if (chain.used === 0) return;
    chain.newest.writeDoubleLE(chain.lastOffset, 0);
    chain.newest.writeUInt32LE(chain.lastBytes, 8);
    const offset = this.file.end;
    this.file.append(chain.newest.subarray(0, chain.used));
    chain.lastOffset = offset;
    chain.lastBytes = chain.used;
    chain.used = 0;
    // One that grew for a long note would be held for short ones.
    if (chain.newest.length > 2 * CHUNK_BYTES) this.#letGo(chain);
  }

  /** Leaves nothing of it in memory. */
  #letGo(chain: Chain): void {
    this.#writeChunk(chain);
    this.#held -= chain.newest.length;
    chain.newest = NOTHING;
  }
}
