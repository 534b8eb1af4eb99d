import { contentOf } from "./contentOf.ts";
import type { TreeChange } from "./fault.ts";
import type { DrawnBytes, ScriptedFile } from "./script.ts";

/** 2026-01-02T03:04:05Z */
export const MODIFIED = "20260102030405";

/** One content that a path had. */
export interface FileVersion {
  readonly bytes: Buffer;
  /** The number of bytes, whatever the server says of it. */
  readonly size: number;
  /** `YYYYMMDDhhmmss`, UTC. */
  readonly modified: string;
  /** When it came, by performance.now(). */
  readonly came: number;
  /** When it was changed or removed; undefined while it is there. */
  readonly went: number | undefined;
}

/** A version as the tree holds it. Bytes that are drawn are made when somebody asks for them. */
export class ServedVersion implements FileVersion {
  readonly modified: string;
  readonly size: number;
  readonly came = performance.now();
  went: number | undefined;
  #bytes: Buffer | DrawnBytes;

  constructor(bytes: string | Uint8Array | DrawnBytes, modified: string) {
    this.modified = modified;
    this.#bytes =
      typeof bytes === "string" ? Buffer.from(bytes, "latin1") : isDrawn(bytes) ? bytes : Buffer.from(bytes);
    this.size = Buffer.isBuffer(this.#bytes) ? this.#bytes.length : this.#bytes.size;
  }

  get bytes(): Buffer {
    if (!Buffer.isBuffer(this.#bytes)) this.#bytes = contentOf(this.#bytes.size, this.#bytes.seed);
    return this.#bytes;
  }
}

/** A file under a path, as an inode: a transfer that holds it goes on with its old bytes when another file takes the path. */
export class ServedFile {
  #now: ServedVersion;
  /** What is said of its size, where that is not the truth. */
  readonly #said: Pick<ScriptedFile, "size" | "listedSize">;

  constructor(now: ServedVersion, said: Pick<ScriptedFile, "size" | "listedSize"> = {}) {
    this.#now = now;
    this.#said = said;
  }

  get now(): ServedVersion {
    return this.#now;
  }

  get bytes(): Buffer {
    return this.#now.bytes;
  }

  /** What SIZE says. */
  get size(): number {
    return this.#said.size ?? this.#now.size;
  }

  get listedSize(): number {
    return this.#said.listedSize ?? this.size;
  }

  get modified(): string {
    return this.#now.modified;
  }

  /** Written over in place. */
  overwrite(version: ServedVersion): void {
    this.#now = version;
  }
}

export function fileOf(file: string | Uint8Array | ScriptedFile): ServedFile {
  if (typeof file === "string" || file instanceof Uint8Array) return new ServedFile(new ServedVersion(file, MODIFIED));
  return new ServedFile(new ServedVersion(file.bytes, file.modified ?? MODIFIED), file);
}

export function versionOf(change: NonNullable<TreeChange>): ServedVersion {
  return new ServedVersion({ size: change.size, seed: change.seed }, change.modified);
}

function isDrawn(bytes: Uint8Array | DrawnBytes): bytes is DrawnBytes {
  return !(bytes instanceof Uint8Array);
}
