import { setTimeout as sleep } from "node:timers/promises";
import type { ServerSettings } from "../../config/server.ts";
import { openFolderSink } from "../../sink/folder.ts";
import { type Lock, type LockRequest, takeLock } from "../../sink/lock.ts";
import type { Searched, Sink } from "../../sink/sink.ts";

type FolderRequest = Required<Pick<LockRequest, "run" | "server" | "waitMs" | "onWait" | "signal">>;

/** The rest is found while files are fetched: those of them that were begun are then begun anew. */
const RECOVERY_PATIENCE_ms = 10_000;

/** A server's folder here: the lock on it, the sink that writes to it, and what earlier runs left in it. */
export class ServerFolder {
  readonly #request: FolderRequest;
  #lock: Lock | undefined;
  #sink: Sink | undefined;
  #searched: Searched = "some";

  constructor(request: FolderRequest) {
    this.#request = request;
  }

  /** Its sink; the same until it is closed. Rejects with a `Fault`, or with the signal's `AbortError`. One call at a time. */
  async open({ buffer_path: bufferPath, max_name: maxName, fsync }: ServerSettings): Promise<Sink> {
    const { run, server, waitMs, onWait, signal } = this.#request;
    if (this.#sink !== undefined) return this.#sink;
    this.#lock ??= await takeLock({ bufferPath, server, run, waitMs, onWait, signal });
    // The stage may have ended while we waited: nobody would give the lock back.
    if (signal.aborted) this.close();
    signal.throwIfAborted();
    const commits = fsync ? "durable" : "fast";
    this.#sink = openFolderSink({ bufferPath, owner: this.#lock.owner, maxName, commits });
    if (this.#lock.left !== "none") await this.#recover(this.#lock, this.#sink);
    signal.throwIfAborted();
    return this.#sink;
  }

  /**
   * Gives the lock back; it may be opened again.
   *
   * On a slow disk a thread may still write to a part file then. That harms no other run: the sink has ended it, so what it writes to has lost
   * its name; and no other process would have used that name either.
   */
  close(): void {
    const [lock, sink] = [this.#lock, this.#sink];
    this.#lock = undefined;
    this.#sink = undefined;
    // Without a sink nobody has looked for what earlier runs left.
    const left = sink?.close(this.#request.signal.aborted ? "stopped" : "done") ?? (lock?.left ?? "none") !== "none";
    // What could not be relied on was thrown away where it was found.
    const parts = this.#searched === "all" ? "sound" : "parts";
    this.#searched = "some";
    lock?.release(left ? parts : "nothing");
  }

  /** Files that earlier runs began are found before the first one is fetched, unless there are very many folders. */
  async #recover({ left, isHeldBy }: Lock, sink: Sink): Promise<void> {
    const { server } = this.#request;
    const found = sink.recover({ server, isActive: isHeldBy, trusted: left === "trusted" });
    const enough = new AbortController();
    const tired = sleep(RECOVERY_PATIENCE_ms, undefined, { signal: enough.signal }).catch(() => {});
    const searched = found.then((how) => {
      if (this.#sink === sink) this.#searched = how;
    });
    await Promise.race([searched, tired]);
    enough.abort();
  }
}
