import type { Session } from "../../ftp/session.ts";
import type { Code } from "../../records/codes.ts";
import { Fault } from "../../records/fault.ts";
import { modifiedToMs } from "../../sink/modified.ts";
import type { Incoming, IncomingRanges, SinkFile } from "../../sink/sink.ts";
import type { Tries } from "../onSession.ts";
import type { OpenDesk } from "./desk.ts";
import { EarlierTries } from "./earlierTries.ts";
import { type Came, type Fetching, retrieveInto } from "./retrieveInto.ts";
import { Spent } from "./spent.ts";
import { type Verified, verify } from "./verification.ts";
import { isExact } from "./version.ts";
import type { WantedFile } from "./wantedFile.ts";
import { LARGE_bytes, WantedVersion } from "./wantedVersion.ts";

/** A file that is here, whole and under its name. */
export interface Landed extends Verified {
  readonly local: string;
  readonly size: number;
  readonly changed?: { readonly size: number; readonly modified: string | null };
  readonly resumed_from?: number;
  readonly segments?: number;
}

/** How often a file that changes is fetched again in one try. */
const MOST_AGAIN = 3;

/** One file on its way here, over all its tries. */
export class Landing implements Fetching {
  /** These three for `retrieveInto`: one object less for each file. */
  readonly place: OpenDesk;
  readonly tries: Tries;
  readonly wanted: WantedVersion;
  readonly #file: WantedFile;
  readonly #here: SinkFile;
  #inOneStream = false;
  #earlier: EarlierTries | undefined;

  /** Throws a `Fault` for a file that is larger than it may be: it costs no connection. */
  constructor(file: WantedFile, here: SinkFile, place: OpenDesk, tries: Tries) {
    this.place = place;
    this.tries = tries;
    this.wanted = new WantedVersion(file, place, tries);
    this.#file = file;
    this.#here = here;
  }

  /** One try. In the end the file is there whole under its name, or nothing is. Rejects with a `Fault`. */
  async on(session: Session): Promise<Landed> {
    const mustAsk = this.wanted.isLarge && (!this.wanted.isKnown || this.#inSegments);
    let said = mustAsk && (await this.#lookFirst(session));
    this.#dropKept();
    for (let again = 0; ; again++) {
      let incoming = this.#begin();
      if (incoming.held > 0 && !said) {
        incoming = await this.#unlessStale(session, incoming);
        said = true;
      }
      try {
        const retrieved = await retrieveInto(incoming, session, this);
        const landing = this.#land(session, incoming, retrieved, again > 0);
        const landed = landing instanceof Promise ? await landing : landing;
        if (landed !== undefined) return landed;
      } catch (error) {
        this.#failed(incoming, error);
        throw error;
      }
      incoming.abort();
      said = true;
      if (again === MOST_AGAIN)
        throw new Fault("changed", `it changed each of the ${again + 1} times that it was fetched`);
    }
  }

  async #lookFirst(session: Session): Promise<boolean> {
    const now = await this.wanted.ask(session);
    // In pieces it could not be told from another version of the same size.
    this.#inOneStream = now === undefined || !isExact(now);
    if (now === undefined) return false;
    if (this.#earlier?.hadMisfitsOf(now)) this.place.segmenting.distrust();
    this.wanted.want(now);
    return true;
  }

  /** What is here of a version that is not the server's any more is of no use to anybody. */
  #dropKept(): void {
    const version = this.#earlier?.takeUnwanted(this.wanted.text);
    if (version !== undefined) this.place.sink.begin({ ...this.#here, version }).abort();
  }

  /** Several sessions fetch it, if they can be had. One that changes all the time is left to one. */
  get #inSegments(): boolean {
    const { segmenting, settings } = this.place;
    if (this.#inOneStream || this.#earlier?.hadManyMisfits) return false;
    return segmenting.most(this.wanted.size ?? 0, settings.connections) > 1;
  }

  #begin(): Incoming | IncomingRanges {
    const { sink } = this.place;
    const { isLarge, size } = this.wanted;
    const version = isLarge ? this.wanted.text : undefined;
    if (version !== undefined && size !== null && this.#inSegments)
      return sink.beginRanges({ ...this.#here, version }, size);
    const incoming = sink.begin(version === undefined ? this.#here : { ...this.#here, version });
    // More than the version has, and then the line broke: that was another one. Nothing that comes now would make it shorter.
    if (incoming.held <= (size ?? 0)) return incoming;
    incoming.abort();
    return this.#begin();
  }

  /** What is here of a version is gone on with only if that is the server's still. */
  async #unlessStale(session: Session, incoming: Incoming | IncomingRanges): Promise<Incoming | IncomingRanges> {
    try {
      const now = await this.wanted.ask(session);
      if (this.wanted.isStill(now)) return incoming;
      incoming.abort();
      if (now !== undefined) this.wanted.want(now);
      return this.#begin();
    } catch (error) {
      incoming.keep();
      throw error;
    }
  }

  /** What came is kept for the next try if it is good, and the try is counted unless it was led astray. */
  #failed(incoming: Incoming | IncomingRanges, error: unknown): void {
    this.#earlier ??= new EarlierTries();
    this.#earlier.noteKept(this.wanted.text);
    const code = error instanceof Fault ? error.code : undefined;
    if (error instanceof Spent) {
      // On another session, which is no further try: unless what came in the one before could not be kept, or it would go on like that for ever.
      const { held } = incoming;
      const isMore = this.#earlier.noteGoingOn(held, error.segments);
      incoming.keep();
      this.tries.misled = isMore;
    } else if (code !== undefined && OF_THE_NETWORK.has(code)) incoming.keep();
    else {
      incoming.abort();
      // A stream that begins elsewhere comes to bytes that differ, or, if it is faster than the one before it, past the file's end.
      const misfits = "ranges" in incoming && (code === "protocol" || code === "size_mismatch");
      if (misfits) this.#earlier.noteMisfit(this.wanted.version);
      // Nobody has tried to fetch all of it yet. It does not come again, or twice at most: there is nothing left that could mislead.
      this.tries.misled = incoming.held > 0 || misfits;
    }
  }

  /** Undefined when there is another version to be fetched. For a small file that came as it was listed there is nothing to wait for. */
  #land(
    session: Session,
    incoming: Incoming | IncomingRanges,
    retrieved: Came,
    changing: boolean,
  ): Landed | undefined | Promise<Landed | undefined> {
    const { size } = retrieved;
    const listed = this.wanted.isListed && size === this.#file.size && incoming.held === 0 && !changing;
    const small = listed && size < LARGE_bytes;
    const { settings, checksum } = this.place;
    if (!small || settings.verify !== "size" || checksum !== "none") {
      return this.#landLooking(session, incoming, retrieved, small ? "small" : "doubtful");
    }
    const committing = this.#commit(incoming, this.#file.modified);
    const landed = { local: incoming.local, size };
    return committing === undefined ? landed : committing.then(() => landed);
  }

  /** The same with all that there is to be looked at. */
  async #landLooking(
    session: Session,
    incoming: Incoming | IncomingRanges,
    { size, from, segments = 1 }: Came,
    as: "small" | "doubtful",
  ): Promise<Landed | undefined> {
    const { held } = incoming;
    if (as === "doubtful") {
      const verdict = await this.wanted.judge(session, size, held > 0 || "ranges" in incoming);
      if (verdict === "again") return undefined;
    }
    const { change } = this.wanted;
    const { settings, checksum } = this.place;
    const verifying = verify({ session, incoming, path: this.wanted.path, size, by: settings.verify, checksum });
    const verified = verifying instanceof Promise ? await verifying : verifying;
    const committing = this.#commit(incoming, (change ?? this.#file).modified);
    if (committing !== undefined) await committing;
    const before = this.#earlier?.goingOn;
    const resumed = before?.held ?? (from > 0 ? held : 0);
    const most = Math.max(segments, before?.segments ?? 1);
    const more = {
      ...(change !== undefined && { changed: { size, modified: change.modified } }),
      ...(resumed > 0 && { resumed_from: resumed }),
      ...(most > 1 && { segments: most }),
    };
    return { local: incoming.local, size, ...more, ...verified };
  }

  #commit(incoming: Incoming | IncomingRanges, modified: string | null): void | Promise<void> {
    const { timezone } = this.place.settings;
    return incoming.commit(modified === null ? null : (modifiedToMs(modified, timezone) ?? null));
  }
}

/** After these the bytes that came are good, and those that did not come can be had later. */
const OF_THE_NETWORK: ReadonlySet<Code> = new Set([
  ...(["timeout", "cut_off", "connect_refused", "unreachable", "busy", "too_many_connections"] as const),
]);
