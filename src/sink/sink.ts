/**
 * Where files land. One implementation is a folder; an object store may be another. Nothing else touches the files.
 *
 * Contract: until `commit` returns, nothing is visible under the file's final name; after it, the whole file is. `abort` leaves
 * nothing behind. Errors are `Fault`s with `disk`, `unsafe_name` or `locked`.
 */
export interface Sink {
  /** What is there under this name already: its size and time, or undefined. Links and folders count as not there. */
  held(file: SinkFile): Held | undefined;
  /** Opens a place for the file's bytes. */
  begin(file: SinkFile): Incoming;
}

/** A file as the sink needs to know it. */
export interface SinkFile {
  readonly server: string;
  /** Relative to the server's folder, `/` between its parts. */
  readonly name: string;
  /** The name's exact bytes, where encoding `name` as UTF-8 does not give them back. */
  readonly rawName?: Uint8Array;
  readonly size: number | null;
  /** As listed; part of the part file's name, so that another version gets another part file. */
  readonly modified: string | null;
}

export interface Held {
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime_ms: number;
  /** Absolute path here. */
  readonly local: string;
}

/** Bytes on their way in. */
export interface Incoming {
  /** Absolute path that the file will have. */
  readonly local: string;
  /**
   * Writes bytes at an offset. Returns a promise when the write is not over yet: the caller must wait for it before it writes
   * again, and must not change `bytes` until then.
   */
  write(offset: number, bytes: Uint8Array): void | Promise<void>;
  /** Sets the time (milliseconds since 1970, null for unknown) and puts the file under its final name. */
  commit(mtime_ms: number | null): void | Promise<void>;
  /** Throws away what was written. Never throws. */
  abort(): void;
}
