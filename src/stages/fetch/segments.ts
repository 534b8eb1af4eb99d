import { setTimeout as sleep } from "node:timers/promises";
import type { ServerSettings } from "../../config/server.ts";
import { backOff } from "../../ftp/backOff.ts";
import type { Lease, Pool } from "../../ftp/pool.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { Misfit, type StreamedFile, type StreamWatch, streamPiece } from "./pieceStream.ts";
import { JOINT_bytes, type Piece } from "./piece.ts";
import { Pieces } from "./pieces.ts";
import type { Segmenting } from "./segmenting.ts";

export interface SegmentsRequest extends StreamedFile {
  readonly pool: Pool;
  readonly settings: Pick<ServerSettings, "connections" | "retries" | "retry_delay_ms">;
  readonly signal: AbortSignal;
  readonly segmenting: Segmenting;
  /** Something came on the session that was there first. */
  readonly heard: () => void;
}

export interface Segmented {
  /** The file's size by what came: not the one that was expected if the file is another one now. */
  readonly size: number;
  /** Sessions at once that something of it came by, at most. */
  readonly segments: number;
}

/**
 * One file on several sessions. The first one stays to the end; the others are spare ones of the server's pool, come when they can be had, and go
 * when somebody else waits for one. What one of them does not bring, another does.
 */
export class Segments {
  readonly #request: SegmentsRequest;
  readonly #pieces: Pieces;
  /** The helping sessions, and whether each is only waited for. */
  readonly #helpers = new Map<AbortController, "waits" | "works">();
  readonly #most: number;
  /** Pieces under way; those of them of which something came, and how many these were at most. */
  readonly #underWay = new Set<Piece>();
  readonly #coming = new Set<Piece>();
  #segments = 0;
  /** Tries of the helping sessions that may still fail. */
  #failuresLeft: number;
  #size: number;
  /** Nothing more is begun. */
  #isEnding = false;
  #firstHasFailed = false;
  /** Why all must stop. */
  #fault: unknown;
  #whenChanged: () => void = () => {};

  private constructor(request: SegmentsRequest, heads: ReadonlyMap<number, Uint8Array>) {
    const { size, incoming, segmenting, settings } = request;
    this.#request = request;
    this.#pieces = new Pieces({ size, held: incoming.ranges, heads, least_bytes: segmenting.least_bytes });
    this.#most = segmenting.most(size, settings.connections);
    this.#failuresLeft = settings.retries;
    this.#size = size;
  }

  /** Fetches all that is missing of a file. Rejects with the `Fault` of the first session, or one that concerns all. */
  static async fetch(session: Session, request: SegmentsRequest): Promise<Segmented> {
    const heads = new Map<number, Uint8Array>();
    for (const { from, to } of request.incoming.ranges) {
      if (from > 0) heads.set(from, await request.incoming.read(from, Math.min(JOINT_bytes, to - from)));
    }
    return new Segments(request, heads).#fetch(session);
  }

  async #fetch(session: Session): Promise<Segmented> {
    const first = this.#onFirst(session);
    const helpers = Array.from({ length: this.#most - 1 }, () => this.#help());
    // Where others get on without the first session, another one comes in its place.
    const [ended] = await Promise.allSettled([first, first.catch(() => this.#help()), ...helpers]);
    if (this.#fault !== undefined) throw this.#fault;
    if (ended.status === "rejected") throw ended.reason instanceof Spent ? new Spent(this.#segments) : ended.reason;
    return { size: this.#size, segments: this.#segments };
  }

  /** The work of the session that was there first: to the end, also where that means to wait for others. */
  async #onFirst(session: Session): Promise<void> {
    const { heard } = this.#request;
    const watch: StreamWatch = {
      cameSoFar: () => {
        heard();
        return this.#isOver ? "enough" : "more";
      },
    };
    try {
      for (let sharers = 1; !this.#isEnding; sharers = AGAIN) {
        const piece = this.#pieces.next(sharers);
        if (piece !== undefined) await this.#stream(session, piece, watch);
        if (!session.usable) throw new Spent(this.#segments);
        if (piece !== undefined) continue;
        if (this.#underWay.size > 0) await new Promise<void>((resolve) => (this.#whenChanged = resolve));
        else this.#end("waits");
      }
    } catch (error) {
      // Those that get on may do so: what they bring need not be fetched again.
      this.#firstHasFailed = true;
      if (isOfThisSession(error)) this.#endIfNothingGoesOn();
      else this.#endAll(error);
      throw error;
    }
  }

  /** Another session, and another one after that, for as long as there is something to do. Never rejects. */
  async #help(): Promise<void> {
    const leave = new AbortController();
    try {
      await this.#helpUntil(leave);
    } finally {
      // Node keeps a signal that depends on a longer-lived one, with all who listen to it, until it is aborted.
      leave.abort();
      this.#helpers.delete(leave);
    }
  }

  async #helpUntil(leave: AbortController): Promise<void> {
    const { pool, segmenting, settings } = this.#request;
    const signal = AbortSignal.any([this.#request.signal, leave.signal]);
    for (let failures = 0; !this.#isOver && segmenting.isTrusted && this.#pieces.canBeShared; ) {
      const work = { heard: false };
      let lease: Lease;
      this.#helpers.set(leave, "waits");
      try {
        lease = await pool.leaseSpare(signal, work);
      } catch {
        // Also where the server lets nobody in any more: the first session will find out.
        return;
      }
      this.#helpers.set(leave, "works");
      try {
        await this.#onSpare(lease.session, work);
        if (work.heard) lease.succeeded();
      } catch (error) {
        if (signal.aborted || !this.#goesOnAfter(error, lease, work)) return;
        failures++;
      } finally {
        lease.release();
        this.#helpers.set(leave, "waits");
        this.#endIfNothingGoesOn();
      }
      const delay_ms = failures === 0 ? 0 : backOff(settings.retry_delay_ms, failures);
      await sleep(delay_ms, undefined, { signal }).catch(() => {});
    }
  }

  /** Until there is nothing to do, or somebody waits for a session. */
  async #onSpare(session: Session, work: { heard: boolean }): Promise<void> {
    const { pool, segmenting } = this.#request;
    let began_ms = 0;
    const isOver = (bytes: number) =>
      this.#isOver || (pool.isShort && segmenting.isWorthIt(bytes, performance.now() - began_ms));
    const watch: StreamWatch = {
      cameSoFar(bytes) {
        work.heard = true;
        return isOver(bytes) ? "enough" : "more";
      },
    };
    let sharers = 1 + Math.max(1, this.#most - this.#underWay.size);
    for (; !this.#isOver && segmenting.isTrusted && session.usable; sharers = AGAIN) {
      const piece = pool.isShort ? undefined : this.#pieces.next(sharers);
      if (piece === undefined) return;
      began_ms = performance.now();
      await this.#stream(session, piece, watch);
    }
  }

  async #stream(session: Session, piece: Piece, watch: StreamWatch): Promise<void> {
    this.#underWay.add(piece);
    const cameSoFar: StreamWatch["cameSoFar"] = (bytes) => {
      this.#coming.add(piece);
      this.#segments = Math.max(this.#segments, this.#coming.size);
      return watch.cameSoFar(bytes);
    };
    try {
      const size = await streamPiece(session, piece, this.#request, { cameSoFar });
      if (size !== this.#request.size) {
        this.#size = size;
        this.#end("works");
      }
    } finally {
      this.#underWay.delete(piece);
      this.#coming.delete(piece);
      piece.leave();
      this.#whenChanged();
    }
  }

  /** Whether a helping session's fault leaves something to be done. */
  #goesOnAfter(error: unknown, lease: Lease, { heard }: { readonly heard: boolean }): boolean {
    if (!isOfThisSession(error)) {
      this.#endAll(error);
      return false;
    }
    if (error.code === "protocol") this.#request.segmenting.distrust();
    // One that died while it lay idle is no fault of the server.
    if (lease.reused && !lease.session.usable && !heard) return true;
    // Nor is it told of the server: with many leases of one file, that would count as much as several files that fail.
    return this.#failuresLeft-- > 0;
  }

  get #isOver(): boolean {
    return this.#isEnding || this.#pieces.areDone;
  }

  /** One that works may be between two pieces. */
  #endIfNothingGoesOn(): void {
    if (this.#firstHasFailed && ![...this.#helpers.values()].includes("works")) this.#end("waits");
  }

  #endAll(error: unknown): void {
    this.#fault ??= error;
    this.#end("works");
    this.#whenChanged();
  }

  /** Begins nothing more. Helping sessions that are only waited for are not, those that work only if that is wanted: it closes them. */
  #end(which: "waits" | "works"): void {
    this.#isEnding = true;
    for (const [leave, state] of this.#helpers) if (state === "waits" || which === "works") leave.abort();
  }
}

/** All went well, but the first session did not survive that a transfer on it was ended. Nobody is to blame: another one is to go on. */
export class Spent extends Fault {
  /** As in `Segmented`. */
  readonly segments: number;

  constructor(segments: number) {
    super("cut_off", "the server has ended the session with the transfer of a part");
    this.segments = segments;
  }
}

/** Among how many a piece is divided for a session that has fetched one and comes for more: two. */
const AGAIN = 2;

/** Another session may do better. A disk that is full, or bytes that don't fit, concern all. */
function isOfThisSession(error: unknown): error is Fault {
  return error instanceof Fault && error.code !== "disk" && !(error instanceof Misfit);
}
