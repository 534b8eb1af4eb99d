import type { HashAlgorithm } from "../records/record.ts";
import type { Range } from "./ranges.ts";

/**
 * Where files land. One implementation is a folder; an object store may be another. Nothing else touches the files.
 *
 * Contract: until `commit` has ended, nothing is visible under the file's final name; after it, the whole file is. `abort` leaves
 * nothing behind but folders, `keep` what a later `begin` of the same version goes on with. What goes wrong is thrown (or rejected
 * with) as a `Fault`: `disk`, or `unsafe_name` for names that can't be, also because a link lies in the way. After a `Fault` of
 * `write` or `commit` the caller still calls `abort`.
 */
export interface Sink {
  /**
   * What is there under this name already: its size and time, or undefined. A link or a folder under the name counts as not there.
   * Throws a `Fault`.
   */
  held(file: SinkFile): Held | undefined;
  /** Whether only this sink, or another process of the same run (they share a lock), can have put a file under this name. Throws a `Fault`. */
  isNew(file: SinkFile): boolean;
  /**
   * A place for the file's bytes, with those of the same version that were kept. Nothing is made before the first `write` or
   * `commit`. Throws a `Fault`.
   */
  begin(file: SinkFile): Incoming;
  /**
   * The same for a file of so many bytes that comes in ranges, in any order. What was kept by one who fetched it from its beginning on is gone on
   * with, and the other way round.
   */
  beginRanges(file: SinkFile & { readonly version: string }, size: number): IncomingRanges;
  /**
   * The file's name as this sink tells it from others, where several names are one here; undefined where each name is its own. Throws a
   * `Fault`.
   */
  foldedName(file: SinkFile): string | undefined;
  /**
   * Looks for what earlier runs left of a server's files, so that `begin` may go on with it. When `all` was looked through, nothing is left
   * that can't be relied on. Never rejects.
   */
  recover(request: RecoverRequest): Promise<Searched>;
  /**
   * Ends what is on its way. What earlier runs left and nobody wanted is thrown away when all is `done`, and stays when the work was
   * `stopped`. Returns whether something is left for another run. Never throws.
   */
  close(how: "done" | "stopped"): boolean;
}

/** A file as the sink needs to know it. */
export interface SinkFile {
  readonly server: string;
  /** Relative to the server's folder, `/` between its parts. */
  readonly name: string;
  /** The bytes that the file's name has here, where they are not the UTF-8 of `name`. */
  readonly rawName?: Uint8Array;
  /** Which version of the file, in any words; bytes of it may be kept. Undefined where nobody knows exactly. */
  readonly version?: string;
}

export interface RecoverRequest {
  readonly server: string;
  /** Whether someone still alive writes part files under this name: those are left alone. */
  readonly isActive: (owner: string) => boolean;
  /** Whether bytes that are found can be relied on; else they are thrown away. */
  readonly trusted: boolean;
}

/** How much of a server's folder was looked through. */
export type Searched = "all" | "some";

export interface Held {
  readonly size: number;
  /** Whole milliseconds since 1970. */
  readonly mtime_ms: number;
  /** Absolute path here. */
  readonly local: string;
}

/** Bytes on their way in, from the file's beginning to its end. */
export interface Incoming extends Arriving {
  /** Bytes from the file's beginning that are here from the start. A first `write` before their end throws away those behind it. */
  readonly held: number;
  /**
   * Writes bytes at an offset. Returns a promise when the write is not over yet: the caller must wait for it before it does anything
   * else, and must not change `bytes` until then. Bytes that are written out of order are never kept. Throws or rejects with a `Fault`.
   */
  write(offset: number, bytes: Uint8Array): void | Promise<void>;
  /** The last bytes of those that are here from the start, this many at most. Before the first `write`. Rejects with a `Fault`. */
  heldEnd(length: number): Promise<Uint8Array>;
}

/** Bytes on their way in, in ranges. */
export interface IncomingRanges extends Arriving {
  /** Bytes that are here from the start, those of all ranges. */
  readonly held: number;
  /** Those that are here now, in their order. Where two touch, nobody has seen yet that they are of one file. */
  readonly ranges: readonly Range[];
  /**
   * Writes bytes at an offset where none are: they go on with the range that ends there, or begin one. Returns a promise when the write is not over
   * yet: `bytes` must not change until then, and what follows them must wait. Throws or rejects with a `Fault`.
   */
  write(offset: number, bytes: Uint8Array): void | Promise<void>;
  /** What will be written at an offset begins a range, also where another one ends there. */
  separate(offset: number): void;
  /** The range that ends at an offset and the one that begins there are one. */
  join(offset: number): void;
  /** Bytes that are here. Rejects with a `Fault`. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** What all bytes on their way in can become. */
export interface Arriving {
  /** Absolute path that the file will have, as text: U+FFFD where its bytes are no UTF-8. */
  readonly local: string;
  /** Hashes of all that was written, read back, in hexadecimal and in the order of the algorithms. Rejects with a `Fault`. */
  digest(algorithms: readonly HashAlgorithm[]): Promise<readonly string[]>;
  /**
   * Sets the time (milliseconds since 1970, null for unknown) and puts the file under its final name, in the place of a file or
   * link that is there. Ranges must have become one. Throws or rejects with a `Fault`.
   */
  commit(mtime_ms: number | null): void | Promise<void>;
  /** Ends it and keeps what was written for another try, or as `abort` where that is not possible or not worth it. Never throws. */
  keep(): void;
  /** Throws away what was written, also in the middle of a write. Never throws; does nothing after a commit. */
  abort(): void;
}
