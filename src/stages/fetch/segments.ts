import type { ServerSettings } from "../../config/server.ts";
import type { Lease } from "../../ftp/lease.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import { JOINT_bytes } from "./piece.ts";
import { Misfit, type StreamedFile, type StreamWatch } from "./pieceStream.ts";
import { Pieces, SHARERS_AGAIN } from "./pieces.ts";
import { type SpareRequest, SpareSession } from "./spareSession.ts";
import { Spent } from "./spent.ts";
import { Streams } from "./streams.ts";

export interface SegmentsRequest extends StreamedFile, SpareRequest {
  readonly settings: Pick<ServerSettings, "connections" | "retries" | "retry_delay_ms">;
  /** Something came on the session that was there first. */
  readonly heard: () => void;
}

export interface Segmented {
  /** The file's size by what came: not the one that was expected if the file is another one now. */
  readonly size: number;
  /** Sessions at once that something of it came by, at most. */
  readonly segments: number;
}

/** One file on several sessions. The first one stays to the end; the others help. What one of them does not bring, another does. */
export class Segments {
  readonly #request: SegmentsRequest;
  readonly #streams: Streams;
  readonly #spares = new Set<SpareSession>();
  readonly #most: number;
  /** Tries of the helping sessions that may still fail. */
  #failuresLeft: number;
  #firstHasFailed = false;
  /** Why all must stop. */
  #fault: unknown;

  private constructor(request: SegmentsRequest, heads: ReadonlyMap<number, Uint8Array>) {
    const { size, incoming, segmenting, settings } = request;
    const pieces = new Pieces({ size, held: incoming.ranges, heads, least_bytes: segmenting.least_bytes });
    this.#request = request;
    this.#streams = new Streams(request, pieces, () => this.#end("works"));
    this.#most = segmenting.most(size, settings.connections);
    this.#failuresLeft = settings.retries;
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
    const spares = Array.from({ length: this.#most - 1 }, () => this.#help());
    // Where others get on without the first session, another one comes in its place.
    const [ended] = await Promise.allSettled([first, first.catch(() => this.#help()), ...spares]);
    if (this.#fault !== undefined) throw this.#fault;
    const { size, segments, areDone } = this.#streams;
    if (ended.status === "rejected")
      // Others have brought all of it: only the last questions are left.
      throw areDone || ended.reason instanceof Spent ? new Spent(segments) : ended.reason;
    return { size, segments };
  }

  /** The work of the session that was there first: to the end, also where that means to wait for others. */
  async #onFirst(session: Session): Promise<void> {
    const { heard } = this.#request;
    const streams = this.#streams;
    const watch: StreamWatch = {
      cameSoFar: () => {
        heard();
        return streams.isOver ? "enough" : "more";
      },
    };
    try {
      for (let sharers = 1; !streams.isEnding; sharers = SHARERS_AGAIN) {
        const piece = streams.next(sharers);
        if (piece !== undefined) await streams.fetch(session, piece, watch);
        if (!session.usable) throw new Spent(streams.segments);
        if (piece !== undefined) continue;
        if (streams.count > 0) await streams.changed();
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

  /** Never rejects. */
  async #help(): Promise<void> {
    const spare = new SpareSession(this.#request, {
      streams: this.#streams,
      most: this.#most,
      goesOnAfter: (error, lease, work) => this.#goesOnAfter(error, lease, work),
      gaveBack: () => this.#endIfNothingGoesOn(),
    });
    this.#spares.add(spare);
    await spare.help().finally(() => this.#spares.delete(spare));
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

  /** One that works may be between two pieces. */
  #endIfNothingGoesOn(): void {
    if (this.#firstHasFailed && ![...this.#spares].some(({ works }) => works)) this.#end("waits");
  }

  #endAll(error: unknown): void {
    this.#fault ??= error;
    this.#end("works");
    this.#streams.wake();
  }

  /** Begins nothing more. Helping sessions that are only waited for are not, those that work only if that is wanted: it closes them. */
  #end(which: "waits" | "works"): void {
    this.#streams.end();
    for (const spare of this.#spares) if (!spare.works || which === "works") spare.leave();
  }
}

/** Another session may do better. A disk that is full, or bytes that don't fit, concern all. */
function isOfThisSession(error: unknown): error is Fault {
  return error instanceof Fault && error.code !== "disk" && !(error instanceof Misfit);
}
