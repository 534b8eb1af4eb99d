import { statSync } from "node:fs";
import { type NetrcEntry, netrcEntries } from "./netrc.ts";
import { readSmallFile, UnreadableFile } from "./smallFile.ts";

/**
 * The files that configurations name: certificates, passwords, netrc. Each is read once and shared, for a thousand servers may name
 * the same one.
 */
export class NamedFiles {
  readonly #texts = new Map<string, string>();
  readonly #netrcs = new Map<string, readonly NetrcEntry[]>();
  #pipe: string | undefined;

  /** One that was read and can't be read again, such as a pipe. */
  get pipe(): string | undefined {
    return this.#pipe;
  }

  /** Throws an `UnreadableFile`, also for what is not UTF-8. */
  text(path: string, most_bytes: number): string {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = utf8(readSmallFile(path, most_bytes));
    this.#texts.set(path, text);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) this.#pipe ??= path;
    return text;
  }

  /** Throws an `UnreadableFile`. */
  netrc(path: string): readonly NetrcEntry[] {
    const entries = this.#netrcs.get(path) ?? netrcEntries(this.text(path, LONGEST_NETRC_bytes));
    this.#netrcs.set(path, entries);
    return entries;
  }
}

const LONGEST_NETRC_bytes = 4 * 1024 * 1024;

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UnreadableFile("it is not UTF-8 text", { cause });
  }
}
