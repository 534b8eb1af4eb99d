import { namesIn, type WireName } from "../../ftp/names.ts";
import type { Retrieval, Retrieved } from "../../ftp/retrieve.ts";
import type { Session } from "../../ftp/session.ts";
import type { TakeChunk } from "../../ftp/transferRequest.ts";
import type { Code } from "../../records/codes.ts";
import { Fault } from "../../records/fault.ts";
import { modifiedToMs } from "../../sink/modified.ts";
import type { Incoming, IncomingRanges, SinkFile } from "../../sink/sink.ts";
import type { Tries } from "../onSession.ts";
import type { OpenDesk } from "./desk.ts";
import { Overlap } from "./overlap.ts";
import { Segments } from "./segments.ts";
import { mostBytes, mustFit } from "./sizeLimits.ts";
import { Spent } from "./spent.ts";
import { type Verified, verify } from "./verification.ts";
import { isExact, isOther, judge, sameVersion, type Version, versionText } from "./version.ts";
import type { WantedFile } from "./wantedFile.ts";

/** A file that is here, whole and under its name. */
export interface Landed extends Verified {
  readonly local: string;
  readonly size: number;
  readonly changed?: { readonly size: number; readonly modified: string | null };
  readonly resumed_from?: number;
  readonly segments?: number;
}

/** What came by a transfer, or by several. */
interface Came extends Retrieved {
  readonly segments?: number;
}

/** From this size on a file is worth a question more: what is fetched of it may be gone on with, and it may change meanwhile. */
const LARGE_bytes = 64 * 1024;

/** How often a file that changes is fetched again in one try. */
const MOST_AGAIN = 3;

/** How often bytes of one file may not fit together before it comes in one stream. */
const MOST_MISFITS = 2;

/** One file on its way here, over all its tries. */
export class Landing {
  readonly #file: WantedFile;
  readonly #place: OpenDesk;
  readonly #tries: Tries;
  readonly #path: WireName;
  readonly #here: SinkFile;
  /** The version that is wanted: the listed one, until the server has another. */
  #version: Version;
  #inOneStream = false;
  /** The version of which an earlier try has kept bytes. */
  #kept: Version | undefined;
  /** Versions of which bytes did not fit together. */
  readonly #misfits: Version[] = [];
  /** Of a try that goes on, on another session: bytes that were here when it began, and the segments so far. */
  #before: { readonly held: number; readonly segments: number } | undefined;
  /** Bytes that were here when the last such try began. */
  #heldLately = -1;

  /** Throws a `Fault` for a file that is larger than it may be: it costs no connection. */
  constructor(file: WantedFile, here: SinkFile, place: OpenDesk, tries: Tries) {
    mustFit(file.size, place.settings);
    this.#file = file;
    this.#place = place;
    this.#tries = tries;
    this.#path = namesIn(place.settings.encoding).encode(file.path, file.raw);
    this.#here = here;
    this.#version = file;
  }

  /** One try. In the end the file is there whole under its name, or nothing is. Rejects with a `Fault`. */
  async on(session: Session): Promise<Landed> {
    const mustAsk = isLarge(this.#version) && (!this.#isVersion || this.#inSegments);
    let said = mustAsk && (await this.#lookFirst(session));
    this.#dropKept();
    for (let again = 0; ; again++) {
      let incoming = this.#begin();
      if (incoming.held > 0 && !said) {
        incoming = await this.#unlessStale(session, incoming);
        said = true;
      }
      try {
        const retrieved = await this.#retrieve(session, incoming);
        const landing = this.#land(session, incoming, retrieved, again > 0);
        const landed = landing instanceof Promise ? await landing : landing;
        if (landed !== undefined) return landed;
      } catch (error) {
        this.#kept = this.#version;
        if (error instanceof Spent) this.#goesOn(incoming, error);
        else if (error instanceof Fault && OF_THE_NETWORK.has(error.code)) incoming.keep();
        else {
          incoming.abort();
          // A stream that begins elsewhere comes to bytes that differ, or, if it is faster than the one before it, past the file's end.
          const misfits = "ranges" in incoming && (isOf("protocol", error) || isOf("size_mismatch", error));
          if (misfits) this.#misfits.push(this.#version);
          // Nobody has tried to fetch all of it yet. It does not come again, or twice at most: there is nothing left that could mislead.
          this.#tries.misled = incoming.held > 0 || misfits;
        }
        throw error;
      }
      incoming.abort();
      said = true;
      if (again === MOST_AGAIN)
        throw new Fault("changed", `it changed each of the ${again + 1} times that it was fetched`);
    }
  }

  /** Listings without seconds or zone, or by another clock than MDTM's, are no version that bytes could be held against. */
  get #isVersion(): boolean {
    return isExact(this.#version) && (this.#version !== this.#file || this.#place.clock.tellsChanges);
  }

  async #lookFirst(session: Session): Promise<boolean> {
    const now = await this.#ask(session);
    // In pieces it could not be told from another version of the same size.
    this.#inOneStream = now === undefined || !isExact(now);
    if (now === undefined) return false;
    // Of a file that was rewritten meanwhile, bytes fit together nowhere: that is no fault of the server.
    if (this.#misfits.some((version) => sameVersion(version, now))) this.#place.segmenting.distrust();
    this.#want(now);
    return true;
  }

  /** What is here of a version that is not the server's any more is of no use to anybody. */
  #dropKept(): void {
    if (this.#kept === undefined) return;
    const version = versionText(this.#kept, this.#path);
    this.#kept = undefined;
    if (version === undefined || version === versionText(this.#version, this.#path)) return;
    this.#place.sink.begin({ ...this.#here, version }).abort();
  }

  /** Several sessions fetch it, if they can be had. One that changes all the time is left to one. */
  get #inSegments(): boolean {
    const { segmenting, settings } = this.#place;
    return (
      !this.#inOneStream &&
      this.#misfits.length < MOST_MISFITS &&
      segmenting.most(this.#version.size ?? 0, settings.connections) > 1
    );
  }

  #begin(): Incoming | IncomingRanges {
    const version = isLarge(this.#version) ? versionText(this.#version, this.#path) : undefined;
    if (version !== undefined && this.#version.size !== null && this.#inSegments)
      return this.#place.sink.beginRanges({ ...this.#here, version }, this.#version.size);
    const incoming = this.#place.sink.begin(version === undefined ? this.#here : { ...this.#here, version });
    // More than the version has, and then the line broke: that was another one. Nothing that comes now would make it shorter.
    if (incoming.held <= (this.#version.size ?? 0)) return incoming;
    incoming.abort();
    return this.#begin();
  }

  /** On another session, which is no further try: unless what came in the one before could not be kept, or it would go on like that for ever. */
  #goesOn(incoming: Incoming | IncomingRanges, { segments }: Spent): void {
    const { held } = incoming;
    this.#before ??= { held, segments };
    incoming.keep();
    this.#tries.misled = held > this.#heldLately;
    this.#heldLately = held;
  }

  /** What is here of a version is gone on with only if that is the server's still. */
  async #unlessStale(session: Session, incoming: Incoming | IncomingRanges): Promise<Incoming | IncomingRanges> {
    try {
      const now = await this.#ask(session);
      if (now !== undefined && sameVersion(this.#version, now)) return incoming;
      incoming.abort();
      if (now !== undefined) this.#want(now);
      return this.#begin();
    } catch (error) {
      incoming.keep();
      throw error;
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
    const listed = this.#version === this.#file && size === this.#file.size && incoming.held === 0 && !changing;
    const small = listed && size < LARGE_bytes;
    const { settings, checksum } = this.#place;
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
    if (as === "doubtful") {
      if (!(await this.#isOneVersion(session, size, incoming.held > 0 || "ranges" in incoming))) return undefined;
    }
    const { settings, clock, checksum } = this.#place;
    const other = clock.tellsChanges ? this.#version : { ...this.#version, modified: this.#file.modified };
    const changed = isOther(other, this.#file) ? { size, modified: this.#version.modified } : undefined;
    const verifying = verify({ session, incoming, path: this.#path, size, by: settings.verify, checksum });
    const verified = verifying instanceof Promise ? await verifying : verifying;
    const { modified } = changed ?? this.#file;
    const committing = this.#commit(incoming, modified);
    if (committing !== undefined) await committing;
    const resumed = this.#before?.held ?? (from > 0 ? incoming.held : 0);
    const most = Math.max(segments, this.#before?.segments ?? 1);
    const more = {
      ...(changed !== undefined && { changed }),
      ...(resumed > 0 && { resumed_from: resumed }),
      ...(most > 1 && { segments: most }),
    };
    return { local: incoming.local, size, ...more, ...verified };
  }

  #commit(incoming: Incoming | IncomingRanges, modified: string | null): void | Promise<void> {
    const { timezone } = this.#place.settings;
    return incoming.commit(modified === null ? null : (modifiedToMs(modified, timezone) ?? null));
  }

  /** A file all of whose bytes are here already needs no transfer. */
  #retrieve(session: Session, incoming: Incoming | IncomingRanges): Came | Promise<Came> {
    if ("ranges" in incoming) return this.#retrieveSegments(session, incoming);
    const { held } = incoming;
    if (held === 0) return session.retrieve(this.#retrieval(0, (offset, bytes) => incoming.write(offset, bytes)));
    return held === this.#version.size ? { size: held, from: held } : this.#goOn(session, incoming);
  }

  async #retrieveSegments(session: Session, incoming: IncomingRanges): Promise<Came> {
    const size = this.#version.size ?? 0;
    const { pool, settings, signal, segmenting } = this.#place;
    const heard = () => {
      this.#tries.heard = true;
    };
    const most = mostBytes(size, settings);
    const file = { path: this.#path, size, most, incoming };
    const { held } = incoming;
    return { from: held, ...(await Segments.fetch(session, { ...file, pool, settings, signal, segmenting, heard })) };
  }

  async #goOn(session: Session, incoming: Incoming): Promise<Retrieved> {
    const overlap = await Overlap.of(incoming);
    const take: TakeChunk = (offset, bytes) => {
      const here = overlap.alreadyHere(offset, bytes);
      return here === bytes.length ? undefined : incoming.write(offset + here, bytes.subarray(here));
    };
    return session.retrieve(this.#retrieval(overlap.from, take));
  }

  #retrieval(from: number, take: TakeChunk): Retrieval {
    const { size } = this.#version;
    return {
      path: this.#path,
      from,
      expected: size,
      most: mostBytes(size, this.#place.settings),
      chunk: (offset, bytes) => {
        this.#tries.heard = true;
        return take(offset, bytes);
      },
    };
  }

  /** Asks the server whether what came is a version of the file, and remembers which. Rejects with a `Fault` if nobody can say. */
  async #isOneVersion(session: Session, came: number, resumed: boolean): Promise<boolean> {
    const before = this.#version;
    const after = await this.#ask(session);
    const verdict = judge({ before, saidBy: before === this.#file ? "listing" : "server", came, resumed, after });
    if (verdict === "wrong") throw new Fault("size_mismatch", `${came} bytes came, and it should be ${before.size}`);
    if (after !== undefined) this.#want(after);
    // Without an answer the time is the listed one still, which agrees with itself.
    if (after !== undefined && after.modified !== null) this.#place.clock.learn(this.#file, this.#version, verdict);
    return verdict === "taken";
  }

  /** What the server says of the file now; undefined where it does not say: then the transfer tells what is wrong. */
  async #ask(session: Session): Promise<Version | undefined> {
    try {
      const version = await session.version(this.#path);
      this.#tries.heard = true;
      return version;
    } catch (error) {
      if (error instanceof Fault && session.usable) return undefined;
      throw error;
    }
  }

  /** Another version is wanted from now on, as far as the server says. */
  #want({ size, modified }: Version): void {
    mustFit(size, this.#place.settings);
    this.#version = { size: size ?? this.#version.size, modified: modified ?? this.#version.modified };
  }
}

function isOf(code: Code, error: unknown): boolean {
  return error instanceof Fault && error.code === code;
}

/** Small files are fetched faster than asked for. */
function isLarge({ size }: Version): boolean {
  return size !== null && size >= LARGE_bytes;
}

/** After these the bytes that came are good, and those that did not come can be had later. */
const OF_THE_NETWORK: ReadonlySet<Code> = new Set([
  ...(["timeout", "cut_off", "connect_refused", "unreachable", "busy", "too_many_connections"] as const),
]);
