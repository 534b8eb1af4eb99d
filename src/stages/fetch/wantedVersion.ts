import { namesIn, type WireName } from "../../ftp/names.ts";
import type { Session } from "../../ftp/session.ts";
import { Fault } from "../../records/fault.ts";
import type { Tries } from "../onSession.ts";
import type { OpenDesk } from "./desk.ts";
import { mustFit } from "./sizeLimits.ts";
import { isExact, isOther, judge, sameVersion, type Version, versionText } from "./version.ts";
import type { WantedFile } from "./wantedFile.ts";

/** From this size on a file is worth a question more: what is fetched of it may be gone on with, and it may change meanwhile. */
export const LARGE_bytes = 64 * 1024;

/** The server's settings, and whether its clock tells changes. */
export type VersionPlace = Pick<OpenDesk, "settings" | "clock">;

/** The version of a file that is wanted: the listed one, until the server has another. */
export class WantedVersion {
  readonly path: WireName;
  readonly #listed: WantedFile;
  readonly #place: VersionPlace;
  readonly #tries: Tries;
  #version: Version;
  /** The server has said so: what it says now is another one than what it said before. */
  #hasChanged = false;

  /** Throws a `Fault` for a file that is larger than it may be: it costs no connection. */
  constructor(file: WantedFile, place: VersionPlace, tries: Tries) {
    mustFit(file.size, place.settings);
    this.path = namesIn(place.settings.encoding).encode(file.path, file.raw);
    this.#listed = file;
    this.#place = place;
    this.#tries = tries;
    this.#version = file;
  }

  get version(): Version {
    return this.#version;
  }

  get size(): number | null {
    return this.#version.size;
  }

  /** Small files are fetched faster than asked for. */
  get isLarge(): boolean {
    const { size } = this.#version;
    return size !== null && size >= LARGE_bytes;
  }

  get isListed(): boolean {
    return this.#version === this.#listed;
  }

  /** Listings without seconds or zone, or by another clock than MDTM's, are no version that bytes could be held against. */
  get isKnown(): boolean {
    return isExact(this.#version) && (!this.isListed || this.#place.clock.tellsChanges);
  }

  /** As `versionText`. */
  get text(): string | undefined {
    return versionText(this.#version, this.path);
  }

  /** Undefined where it is the listed one, as far as times tell. */
  get change(): Version | undefined {
    if (this.#hasChanged) return this.#version;
    const { modified } = this.#place.clock.tellsChanges ? this.#version : this.#listed;
    return isOther({ size: this.#version.size, modified }, this.#listed) ? this.#version : undefined;
  }

  /** Whether the server still has it, by what it said when it was asked. */
  isStill(now: Version | undefined): boolean {
    return now !== undefined && sameVersion(this.#version, now);
  }

  /** What the server says of the file now; undefined where it does not say: then the transfer tells what is wrong. */
  async ask(session: Session): Promise<Version | undefined> {
    try {
      const version = await session.version(this.path);
      this.#tries.heard = true;
      return version;
    } catch (error) {
      if (error instanceof Fault && session.usable) return undefined;
      throw error;
    }
  }

  /** Another version is wanted from now on, as far as the server says. Throws a `Fault` if it is larger than it may be. */
  want({ size, modified }: Version): void {
    mustFit(size, this.#place.settings);
    const version = { size: size ?? this.#version.size, modified: modified ?? this.#version.modified };
    this.#hasChanged ||= !this.isListed && isOther(version, this.#version);
    this.#version = version;
  }

  /** Asks the server whether what came is a version of the file, and wants that. Rejects with a `Fault` if nobody can say. */
  async judge(session: Session, came: number, resumed: boolean): Promise<"taken" | "again"> {
    const before = this.#version;
    const after = await this.ask(session);
    const verdict = judge({ before, saidBy: this.isListed ? "listing" : "server", came, resumed, after });
    if (verdict === "wrong") throw new Fault("size_mismatch", `${came} bytes came, and it should be ${before.size}`);
    if (after !== undefined) this.want(after);
    // Without an answer the time is the listed one still, which agrees with itself.
    if (after !== undefined && after.modified !== null) this.#place.clock.learn(this.#listed, this.#version, verdict);
    return verdict;
  }
}
