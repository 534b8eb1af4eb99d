import { createHash } from "node:crypto";
import { read, readSync } from "node:fs";
import { promisify } from "node:util";
import { crc32 } from "node:zlib";
import { Fault } from "../records/fault.ts";
import type { HashAlgorithm } from "../records/record.ts";

/** Read and hashed in one go; others have their turn in between. */
const PIECE_bytes = 512 * 1024;

const readLater = promisify(read);

/** Bytes that must be there. Rejects with the system's error, or with a `Fault` if there are less. */
export async function readExactly(fd: number, offset: number, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await readLater(fd, Buffer.alloc(length), 0, length, offset);
  if (bytesRead < length) throw lessThanWritten();
  return buffer;
}

interface Reading {
  /** A small file on a fast disk is read at once: a thread would take longer. */
  readonly disk: "fast" | "slow";
  /** Called before each piece. */
  readonly goOn: () => void;
}

/**
 * Hashes of a file's first `size_bytes`, in hexadecimal. Rejects with the system's error, with a `Fault` if there are less, or with what
 * `goOn` throws.
 */
export async function hashesOf(
  fd: number,
  size_bytes: number,
  algorithms: readonly HashAlgorithm[],
  { disk, goOn }: Reading,
): Promise<string[]> {
  const sums = algorithms.map((algorithm) => (algorithm === "crc32" ? new Crc32() : new Hashed(algorithm)));
  const piece = new Uint8Array(Math.min(PIECE_bytes, size_bytes));
  const readPiece = disk === "fast" && size_bytes <= PIECE_bytes ? readNow : readSoon;
  for (let at = 0; at < size_bytes; ) {
    goOn();
    const bytesRead = await readPiece(fd, piece, Math.min(piece.length, size_bytes - at), at);
    if (bytesRead === 0) throw lessThanWritten();
    for (const sum of sums) sum.add(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
  return sums.map((sum) => sum.hex());
}

function lessThanWritten(): Fault {
  return new Fault("disk", "the disk gives back less than was written", { retry: true });
}

function readNow(fd: number, piece: Uint8Array, length: number, at: number): number {
  return readSync(fd, piece, 0, length, at);
}

async function readSoon(fd: number, piece: Uint8Array, length: number, at: number): Promise<number> {
  return (await readLater(fd, piece, 0, length, at)).bytesRead;
}

interface Sum {
  add(bytes: Uint8Array): void;
  hex(): string;
}

class Hashed implements Sum {
  readonly #hash;

  constructor(algorithm: "sha256" | "sha1" | "md5") {
    this.#hash = createHash(algorithm);
  }

  add(bytes: Uint8Array): void {
    this.#hash.update(bytes);
  }

  hex(): string {
    return this.#hash.digest("hex");
  }
}

/** Eight digits, as servers with XCRC write it. */
class Crc32 implements Sum {
  #value = 0;

  add(bytes: Uint8Array): void {
    this.#value = crc32(bytes, this.#value);
  }

  hex(): string {
    return this.#value.toString(16).padStart(8, "0");
  }
}
