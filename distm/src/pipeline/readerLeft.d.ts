/**
 * Whether a write failed because its reader left, as `head` does: that is no fault. EPIPE for pipes; ECONNRESET for the socket
 * pairs that Node gives its child processes, when the reader left something unread.
 */
export declare function readerLeft(error: unknown): boolean;
