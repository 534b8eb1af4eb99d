import { closeSync, constants, openSync, readSync } from "node:fs";
import { errorCode } from "../records/errorCode.ts";

/** A file that could not be read, in words that follow its name: "there is no such file". */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/**
 * A whole file (or pipe), not longer than `most` bytes. Throws an `UnreadableFile`.
 */
export function readSmallFile(path: string, most: number): Buffer {
  try {
    return readBounded(path, most);
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const code = errorCode(error) || String(error);
    throw new UnreadableFile(WORDS[code] ?? `it can't be read (${code})`, { cause: error });
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EACCES: "there is no right to read it",
  EPERM: "there is no right to read it",
  EISDIR: "it is a folder, not a file",
  ENAMETOOLONG: "the name is too long for a file",
};

const CHUNK_bytes = 64 * 1024;

/** A pipe's writer may still be starting (`<(sops -d cfg.yaml)`). Who waits for ever can't be ended by Ctrl-C. */
const PATIENCE_ms = 10_000;
const LOOK_AGAIN_ms = 10;

function readBounded(path: string, most: number): Buffer {
  // Else to open a pipe that nobody writes would be to wait for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const chunks: Buffer[] = [];
    for (let total = 0; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK_bytes);
      const length = readPatiently(file, chunk);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(chunk.subarray(0, length));
      total += length;
      if (total > most) throw new UnreadableFile(`it has more than ${most} bytes`);
    }
  } finally {
    closeSync(file);
  }
}

function readPatiently(file: number, chunk: Buffer): number {
  for (let waited_ms = 0; ; waited_ms += LOOK_AGAIN_ms) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      if (errorCode(error) !== "EAGAIN") throw error;
      if (waited_ms >= PATIENCE_ms)
        throw new UnreadableFile(`nothing came for ${PATIENCE_ms / 1000} s`, { cause: error });
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_ms);
  }
}
