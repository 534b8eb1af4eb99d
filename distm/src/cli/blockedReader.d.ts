import type { OutputStream } from "./terminal.ts";
/**
 * After a signal, ends this process where a reader keeps it from its end: what is in a full pipe can't be written, and the system would
 * wait for ever. A reader that is only slow is waited for.
 */
export declare function leaveBlockedReader(stdout: OutputStream, signal: AbortSignal, end: () => void): void;
