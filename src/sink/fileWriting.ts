import { close, futimes, futimesSync, write, writeSync } from "node:fs";
import { promisify } from "node:util";
import { errorCode } from "../records/errorCode.ts";

const writeLater = promisify(write);
export const closeLater = promisify(close);
const futimesLater = promisify(futimes);

/** What the transfer reads at once; a larger write would hold up the other connections. */
export const MOST_AT_ONCE_bytes = 256 * 1024;

export function writeAll(fd: number, bytes: Uint8Array, offset: number): void {
  for (let at = 0; at < bytes.length; ) {
    at += progress(writeSync(fd, bytes, at, bytes.length - at, offset + at));
  }
}

/** `goOn` is called after each piece, and ends it by throwing. */
export async function writeAllLater(fd: number, bytes: Uint8Array, offset: number, goOn: () => void): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await writeLater(fd, bytes, at, bytes.length - at, offset + at);
    at += progress(bytesWritten);
    goOn();
  }
}

/** A disk that takes nothing and does not say why would be asked for ever. */
function progress(written: number): number {
  if (written === 0) throw new Error("the disk takes no more bytes and does not say why");
  return written;
}

export function setTime(fd: number, mtime_ms: number): void {
  try {
    // As a number a time before 1970 would be taken for now.
    futimesSync(fd, Date.now() / 1000, new Date(mtime_ms));
  } catch (error) {
    unlessTimeless(error);
  }
}

export async function setTimeLater(fd: number, mtime_ms: number): Promise<void> {
  await futimesLater(fd, new Date(), new Date(mtime_ms)).catch(unlessTimeless);
}

/** Some network and FUSE disks keep no times, or not these: the file is good all the same. */
function unlessTimeless(error: unknown): void {
  if (!["EPERM", "EINVAL", "ENOSYS", "ENOTSUP", "EOPNOTSUPP"].includes(errorCode(error))) throw error;
}

export function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing to be done about it, and the reason for giving up is what people need to hear.
  }
}
