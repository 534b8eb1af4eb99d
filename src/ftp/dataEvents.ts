/** What becomes of a data connection. */
export interface DataEvents {
  /** It stands; TLS may still be to come. */
  onConnected(): void;
  /**
   * Bytes, valid until this returns or the promise that it returns is settled; nothing more is read before that. Neither throws
   * nor rejects.
   */
  onBytes(bytes: Uint8Array): void | Promise<void>;
  /** The other side has sent all it had. */
  onDataEnd(): void;
  onDataError(error: Error): void;
}

export interface DataConnection {
  /** Ends it; nothing is told any more. */
  close(): void;
}
