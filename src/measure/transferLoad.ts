import type { Session } from "../ftp/session.ts";
import { Fault } from "../records/fault.ts";
import type { ListedFile } from "./sample.ts";

/** So much of each may pass before something is over. */
export interface Stretch {
  readonly ms: number;
  readonly bytes: number;
  readonly files: number;
}

/** Bytes that may come from a server in all. */
export class ByteAllowance {
  #left: number;

  constructor(bytes: number) {
    this.#left = bytes;
  }

  get left(): number {
    return this.#left;
  }

  /** Throws a `Fault` when there are too many: that ends the transfer. */
  take(bytes: number): void {
    this.#left = Math.max(0, this.#left - bytes);
    if (this.#left === 0) throw new Fault("too_large", "enough bytes came to measure with", { retry: false });
  }
}

/**
 * Sessions that fetch the same files over and over, to nowhere: what came is counted and forgotten. More join, while the others go on: no
 * transfer ends and no log-in is in the way when a stretch begins.
 */
export class TransferLoad {
  readonly #sessions: readonly Session[];
  readonly #allowance: ByteAllowance;
  /** Without those that could not be fetched. */
  #files: readonly ListedFile[];
  #next = 0;
  readonly #working = new Set<Promise<void>>();
  #joined = 0;
  #stopped = false;
  #bug: unknown;
  /** Who waits for the end of a stretch. */
  #look: () => void = () => {};
  /** So far. */
  files = 0;
  bytes = 0;
  /** Why the last file that could not be fetched could not be. */
  fault: Fault | undefined;

  constructor(sessions: readonly Session[], files: readonly ListedFile[], allowance: ByteAllowance) {
    this.#sessions = sessions;
    this.#files = files;
    this.#allowance = allowance;
  }

  /** Sessions at work. */
  get size(): number {
    return this.#working.size;
  }

  /** So many work from now on. */
  grow(connections: number): void {
    for (const session of this.#sessions.slice(this.#joined, connections)) {
      const work = this.#work(session)
        .catch((error: unknown) => {
          this.#bug ??= error;
        })
        .finally(() => {
          this.#working.delete(work);
          this.#look();
        });
      this.#working.add(work);
    }
    this.#joined = Math.max(this.#joined, connections);
  }

  /** Waits until time, bytes or files of a stretch are over, or nobody works any more. */
  async pass({ ms, bytes, files }: Stretch): Promise<void> {
    const end = { bytes: this.bytes + bytes, files: this.files + files };
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#look = () => {
        if (this.bytes < end.bytes && this.files < end.files && this.#working.size > 0) return;
        clearTimeout(timer);
        resolve();
      };
      this.#look();
    });
    this.#look = () => {};
    if (this.#bug !== undefined) throw this.#bug;
  }

  /** Lets each come to the end of its file; whoever has a long one must close the sessions. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#working);
    if (this.#bug !== undefined) throw this.#bug;
  }

  async #work(session: Session): Promise<void> {
    while (!this.#stopped && session.usable && this.#allowance.left > 0) {
      const file = this.#files[this.#next++ % this.#files.length];
      if (file === undefined) return;
      await this.#fetch(session, file);
    }
  }

  async #fetch(session: Session, file: ListedFile): Promise<void> {
    const { path, size } = file;
    try {
      const most = Number.MAX_SAFE_INTEGER;
      await session.retrieve({ path, from: 0, expected: size, most, chunk: (_, bytes) => this.#take(bytes.length) });
      this.files++;
      this.#look();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (this.#stopped || this.#allowance.left === 0) return;
      this.fault = error;
      if (session.usable) this.#files = this.#files.filter((other) => other !== file);
    }
  }

  #take(bytes: number): void {
    this.bytes += bytes;
    this.#look();
    this.#allowance.take(bytes);
  }
}
