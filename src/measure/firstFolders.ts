import type { WireName } from "../ftp/names.ts";
import type { Session } from "../ftp/session.ts";
import { Fault } from "../records/fault.ts";
import { below } from "../stages/list/paths.ts";
import type { Found } from "./measured.ts";
import { type ListedFile, medianOf } from "./sample.ts";

export interface FirstFoldersRequest {
  /** Absolute. */
  readonly paths: readonly WireName[];
  /** One that is usable. */
  readonly session: () => Promise<Session>;
  readonly signal: AbortSignal;
  /** By `performance.now()`: nothing more is listed from then on. */
  readonly until_ms: number;
}

/** Enough to choose from. They bound memory and the server's trouble, whatever it lists. */
const MOST_ENTRIES = 5_000;
const MOST_FOLDERS = 100;

/**
 * Lists a server's first folders, breadth first, and tells which files are there. Links are not followed. Throws a `Fault` when no
 * folder can be listed.
 */
export async function firstFolders(request: FirstFoldersRequest): Promise<{ found: Found; files: ListedFile[] }> {
  const look = new Look(request);
  const began_ms = performance.now();
  while (look.goesOn) await look.listNext();
  const { folders, entries, files, fault, whole } = look;
  if (folders === 0 && fault !== undefined) throw fault;
  const sizes = files.map(({ size }) => size);
  const found = {
    ...{ folders, entries, files: files.length, ms: performance.now() - began_ms, whole },
    median_size: medianOf(sizes),
    largest_size: sizes.length === 0 ? null : Math.max(...sizes),
  };
  return { found, files };
}

class Look {
  readonly #request: FirstFoldersRequest;
  readonly #todo: WireName[];
  readonly files: ListedFile[] = [];
  folders = 0;
  entries = 0;
  /** Why a folder could not be listed. */
  fault: Fault | undefined;
  #ended = false;

  constructor(request: FirstFoldersRequest) {
    this.#request = request;
    this.#todo = [...request.paths];
  }

  get goesOn(): boolean {
    return this.#todo.length > 0 && this.folders < MOST_FOLDERS && !this.#isOver;
  }

  get whole(): boolean {
    return this.#todo.length === 0 && !this.#ended && this.fault === undefined;
  }

  get #isOver(): boolean {
    return this.#ended || this.entries >= MOST_ENTRIES || performance.now() >= this.#request.until_ms;
  }

  async listNext(): Promise<void> {
    const folder = this.#todo.shift();
    if (folder === undefined) return;
    const session = await this.#request.session();
    try {
      await this.#list(session, folder);
      this.folders++;
    } catch (error) {
      if (!(error instanceof Fault) || this.#request.signal.aborted) throw error;
      this.fault ??= error;
      // One that breaks sessions may do so again and again.
      this.#ended ||= !session.usable;
    }
  }

  async #list(session: Session, folder: WireName): Promise<void> {
    const { incomplete } = await session.list(folder, new Date(), ({ name, kind, size }) => {
      if (this.#isOver) throw new Fault("listing_incomplete", "enough was listed to measure with");
      this.entries++;
      const path = below(folder, name);
      if (kind === "directory" && this.#todo.length < MOST_FOLDERS) this.#todo.push(path);
      if (kind === "file" && size !== null) this.files.push({ path, size });
    });
    this.#ended ||= incomplete !== undefined && !session.usable;
  }
}
