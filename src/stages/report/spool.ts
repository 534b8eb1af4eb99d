import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "../../records/fault.ts";

/** What is noted of a file, beside its text. */
export interface Note {
  /** 64 bits for run and path. */
  readonly high: number;
  readonly low: number;
  /** Number of the stage process that said it. */
  readonly source: number;
  /** One of `OUTCOME`. */
  readonly outcome: number;
  /** Bytes; NaN if unknown. */
  readonly size: number;
}

/** A note as it is read back; valid only until the next one. */
export interface NoteRead extends Note {
  text(): string;
}

/** The notes of one server: the newest in memory, those before in chunks on disk, each of which knows the one before it. */
export interface Chain {
  notes: number;
  newest: Buffer;
  used: number;
  lastOffset: number;
  lastBytes: number;
}

/** A chunk's size on disk: large enough to be read fast, small enough to have one for each of many servers. */
const CHUNK_BYTES = 64 * 1024;
/** Held in memory for all servers together. */
const HELD_BYTES = 8 * 1024 * 1024;
const FIRST_BYTES = 512;
/** high, low, source, outcome, bytes of the text (4 each), size (8). */
const HEAD_BYTES = 28;
/** Offset (8) and bytes (4) of the chunk before. */
const LINK_BYTES = 12;

/**
 * Notes of all servers in one file, of which memory holds only the newest part: 8 MiB, however many there are. The file is
 * made when the first chunk is written, in a private folder, and both are taken away at once: what is left is an open file without a
 * name, which the system frees however this process ends. One file descriptor for any number of servers.
 */
export class Spool {
  readonly #parent: string;
  readonly #chains: Chain[] = [];
  #fd: number | undefined;
  #end = 0;
  #held = 0;
  #closed = false;

  /** `parent`: the folder on whose disk the names are kept. */
  constructor(parent: string) {
    this.#parent = parent;
  }

  /** Bytes in memory. */
  get held(): number {
    return this.#held;
  }

  chain(): Chain {
    const chain = { notes: 0, newest: Buffer.alloc(0), used: 0, lastOffset: 0, lastBytes: 0 };
    this.#chains.push(chain);
    return chain;
  }

  /** Throws a `Fault` `disk`. */
  add(chain: Chain, note: Note, text: string): void {
    const textBytes = Buffer.byteLength(text);
    this.#makeRoom(chain, HEAD_BYTES + textBytes);
    const { newest, used } = chain;
    newest.writeUInt32LE(note.high, used);
    newest.writeUInt32LE(note.low, used + 4);
    newest.writeUInt32LE(note.source, used + 8);
    newest.writeUInt32LE(note.outcome, used + 12);
    newest.writeUInt32LE(textBytes, used + 16);
    newest.writeDoubleLE(note.size, used + 20);
    newest.write(text, used + HEAD_BYTES, "utf8");
    chain.used += HEAD_BYTES + textBytes;
    chain.notes++;
    if (chain.used >= CHUNK_BYTES) this.#writeChunk(chain);
    if (this.#held > HELD_BYTES) for (const each of this.#chains) this.#writeChunk(each);
  }

  /** Shows all notes of a server, in no order. */
  each(chain: Chain, visit: (note: NoteRead) => void): void {
    if (this.#closed) throw new Error("the report is closed");
    visitAll(chain.newest.subarray(0, chain.used), visit);
    let { lastOffset: offset, lastBytes: bytes } = chain;
    while (bytes > 0) {
      const chunk = this.#read(offset, bytes);
      offset = chunk.readDoubleLE(0);
      bytes = chunk.readUInt32LE(8);
      visitAll(chunk.subarray(LINK_BYTES), visit);
    }
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
    this.#chains.length = 0;
    this.#closed = true;
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
    const offset = this.#end;
    this.#append(Buffer.concat([link, chain.newest.subarray(0, chain.used)]));
    chain.lastOffset = offset;
    chain.lastBytes = this.#end - offset;
    this.#held -= chain.newest.length;
    chain.newest = Buffer.alloc(0);
    chain.used = 0;
  }

  #append(bytes: Buffer): void {
    try {
      this.#fd ??= openNameless(this.#parent);
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#fd, bytes, done, bytes.length - done, this.#end + done);
      }
      this.#end += bytes.length;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Fault("disk", `can't keep the report's names in ${this.#parent}: ${reason}`, { cause });
    }
  }

  #read(offset: number, bytes: number): Buffer {
    const chunk = Buffer.allocUnsafe(bytes);
    for (let done = 0; done < bytes; ) {
      const read = this.#fd === undefined ? 0 : readSync(this.#fd, chunk, done, bytes - done, offset + done);
      if (read === 0) throw new Fault("disk", `the report's names in ${this.#parent} can't be read back`);
      done += read;
    }
    return chunk;
  }
}

function openNameless(parent: string): number {
  // mkdtemp's folders are 0700.
  const folder = mkdtempSync(join(parent, "ftp-harvest-report-"));
  try {
    return openSync(join(folder, "names"), "wx+", 0o600);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One object for all notes of a chunk: a million objects cost more than the reading. */
class Reading implements NoteRead {
  high = 0;
  low = 0;
  source = 0;
  outcome = 0;
  size = 0;
  end = 0;
  #at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  at(at: number): void {
    const bytes = this.#bytes;
    this.#at = at;
    this.high = bytes.readUInt32LE(at);
    this.low = bytes.readUInt32LE(at + 4);
    this.source = bytes.readUInt32LE(at + 8);
    this.outcome = bytes.readUInt32LE(at + 12);
    this.end = at + HEAD_BYTES + bytes.readUInt32LE(at + 16);
    this.size = bytes.readDoubleLE(at + 20);
  }

  text(): string {
    return this.#bytes.toString("utf8", this.#at + HEAD_BYTES, this.end);
  }
}

function visitAll(bytes: Buffer, visit: (note: NoteRead) => void): void {
  const note = new Reading(bytes);
  for (let at = 0; at < bytes.length; at = note.end) {
    note.at(at);
    visit(note);
  }
}
