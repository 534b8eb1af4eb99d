/**
 * Where files land. One implementation is a folder; an object store may be another. Nothing else touches the files.
 *
 * Contract: until `commit` has ended, nothing is visible under the file's final name; after it, the whole file is. `abort` leaves
 * nothing behind but folders. What goes wrong is thrown (or rejected with) as a `Fault`: `disk`, or `unsafe_name` for names that
 * can't be, also because a link lies in the way. After a `Fault` of `write` or `commit` the caller still calls `abort`.
 */
export interface Sink {
  /**
   * What is there under this name already: its size and time, or undefined. A link or a folder under the name counts as not there.
   * Throws a `Fault`.
   */
  held(file: SinkFile): Held | undefined;
  /** A place for the file's bytes. Nothing is made before the first `write` or `commit`. Throws a `Fault`. */
  begin(file: SinkFile): Incoming;
}

/** A file as the sink needs to know it. */
export interface SinkFile {
  readonly server: string;
  /** Relative to the server's folder, `/` between its parts. */
  readonly name: string;
  /** The bytes that the file's name has here, where they are not the UTF-8 of `name`. */
  readonly rawName?: Uint8Array;
  readonly size: number | null;
  /** As listed; part of the part file's name, so that another version gets another part file. */
  readonly modified: string | null;
}

export interface Held {
  readonly size: number;
  /** Whole milliseconds since 1970. */
  readonly mtime_ms: number;
  /** Absolute path here. */
  readonly local: string;
}

/** Bytes on their way in. */
export interface Incoming {
  /** Absolute path that the file will have, as text: U+FFFD where its bytes are no UTF-8. */
  readonly local: string;
  /**
   * Writes bytes at an offset. Returns a promise when the write is not over yet: the caller must wait for it before it writes
   * again or commits, and must not change `bytes` until then. Throws or rejects with a `Fault`.
   */
  write(offset: number, bytes: Uint8Array): void | Promise<void>;
  /**
   * Sets the time (milliseconds since 1970, null for unknown) and puts the file under its final name, in the place of a file or
   * link that is there. Throws or rejects with a `Fault`.
   */
  commit(mtime_ms: number | null): void | Promise<void>;
  /** Throws away what was written, also in the middle of a write. Never throws; does nothing after a commit. */
  abort(): void;
}
