import { close, write } from "node:fs";
export declare const writeLater: typeof write.__promisify__;
export declare const closeLater: typeof close.__promisify__;
export declare function writeAll(fd: number, bytes: Uint8Array, offset: number): void;
/** A disk that takes nothing and does not say why would be asked for ever. */
export declare function progress(written: number): number;
export declare function setTime(fd: number, mtime_ms: number): void;
export declare function setTimeLater(fd: number, mtime_ms: number): Promise<void>;
export declare function quietly(work: () => void): void;
