import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import type { FileHash } from "./fileHash.ts";
import { type FileVersion, fileSize, fileTime, fileVersion } from "./fileVersion.ts";
import { FolderLister } from "./folderLister.ts";
import { Hasher } from "./hasher.ts";
import { logIn } from "./logIn.ts";
import type { WireName } from "./names.ts";
import type { Listing, TakeEntry } from "./readListing.ts";
import { demand, replyText } from "./replyFault.ts";
import { type Retrieval, type Retrieved, retrieve } from "./retrieve.ts";
import type { Throttle } from "./throttle.ts";
import type { Traits } from "./traits.ts";
import { Transfers } from "./transfers.ts";

/** A connection after log-in. One command at a time; who holds it is the pool's business. */
export class Session {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  readonly #transfers: Transfers;
  readonly #lister: FolderLister;
  readonly #hasher: Hasher;
  readonly #throttle: Throttle | undefined;

  private constructor(control: Control, address: ServerAddress, traits: Traits, throttle: Throttle | undefined) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
    this.#transfers = new Transfers(control, address, traits);
    this.#lister = new FolderLister(address, traits, this.#transfers);
    this.#hasher = new Hasher(control, address, traits);
    this.#throttle = throttle;
    if (throttle !== undefined) control.follow({ onLost: () => throttle.end() });
  }

  /**
   * Throws a `Fault`.
   *
   * @param throttle its own, for the data of files; without it they come as fast as they can
   */
  static async open(
    address: ServerAddress,
    traits: Traits,
    signal: AbortSignal,
    throttle?: Throttle,
  ): Promise<Session> {
    return new Session(await logIn(address, traits, signal), address, traits, throttle);
  }

  get usable(): boolean {
    return this.#control.closed === undefined;
  }

  /**
   * It was led astray by what was sent ahead, as no session of this server will be any more: what failed on it is no fault of the
   * server, nor of the file.
   */
  get astray(): boolean {
    return this.#transfers.astray;
  }

  close(reason?: Fault): void {
    this.#control.close(reason);
  }

  /**
   * Fetches a file, or the rest of one. When the server ends it in order, with another size than expected too, that is the file as
   * it is now: whoever asked compares. Throws a `Fault` for all else; look at `usable` afterwards in any case.
   */
  retrieve(retrieval: Retrieval): Promise<Retrieved> {
    return this.#onPath(retrieval.path, (name) =>
      retrieve(this.#transfers, name, retrieval, this.#address, this.#throttle),
    );
  }

  /** What the server says of a file now. Throws a `Fault` when it is gone. */
  async version(path: WireName): Promise<FileVersion> {
    return this.#onPath(path, (name) => fileVersion(this.#control, this.#transfers, name));
  }

  /** The strongest hash that the server makes of a file of so many bytes; see `Hasher.hash`. */
  async hash(path: WireName, size?: number): Promise<FileHash | undefined> {
    // A refusal is no fault here, so that it teaches nothing on 0xFF.
    return this.#hasher.hash(this.#traits.doublesIac === true ? doubled(path) : path, size);
  }

  /**
   * Lists one directory, hidden files included, and hands on each entry as it comes, in the server's order; `now` is for dates
   * without a year. The path goes into CWD, never into LIST, which takes paths as patterns or options. Throws a `Fault` when there
   * is no listing: what was taken until then is worth nothing. When `take` ends it, what came before is an incomplete one; look at
   * `usable` afterwards in any case.
   */
  async list(path: WireName, now: Date, take: TakeEntry): Promise<Listing> {
    await this.#onPath(path, async (name) => demand("CWD", await this.#transfers.askBefore(`CWD ${name}`)));
    return this.#lister.list({ now, take });
  }

  /** NOOP (RFC 959 §4.1.3): goes to the server and back and changes nothing, whatever it says to that. Throws a `Fault` when it says nothing. */
  async noop(): Promise<void> {
    await this.#control.ask("NOOP");
  }

  /** CWD. Throws a `Fault`. */
  async enter(path: WireName): Promise<void> {
    await this.#onPath(path, async (name) => demand("CWD", await this.#control.ask(`CWD ${name}`)));
  }

  /** The directory that the session is in (RFC 959 PWD, appendix II for its quotes). */
  async where(): Promise<WireName> {
    const reply = demand("PWD", await this.#control.ask("PWD"));
    // RFC 959 appendix II doubles quotes inside; Pure-FTPd 1.0.50 does not.
    const quoted = /^257[ -]"((?:[^"]|"")*)"(?= |$)/.exec(reply.text) ?? /^257[ -]"(.*?)"(?= |$)/.exec(reply.text);
    if (quoted?.[1] === undefined) throw new Fault("protocol", `PWD: no path in "${replyText(reply)}"`);
    return quoted[1].replaceAll('""', '"');
  }

  /** RFC 3659 §4 SIZE; null when the server does not know the command. Throws a `Fault` when there is no such file. */
  async size(path: WireName): Promise<number | null> {
    return this.#onPath(path, (name) => fileSize(this.#control, name));
  }

  /** RFC 3659 §3 MDTM, as `FileRecord.modified`; null when the server does not say. */
  async modified(path: WireName): Promise<string | null> {
    try {
      return await this.#onPath(path, (name) => fileTime(this.#control, name));
    } catch (error) {
      if (this.usable && error instanceof Fault && error.code !== "unsafe_name") return null;
      throw error;
    }
  }

  /**
   * Runs a command on a path. The byte 0xFF in it is telnet's IAC and must be doubled for servers that read the control
   * connection as telnet (RFC 959 §2.3; ProFTPD), and must not be for others (vsftpd, Pure-FTPd): tried once, then known.
   */
  #onPath<T>(path: WireName, run: (path: WireName) => Promise<T>): Promise<T> {
    return path.includes("\xff") ? this.#onTelnetPath(path, run) : run(path);
  }

  async #onTelnetPath<T>(path: WireName, run: (path: WireName) => Promise<T>): Promise<T> {
    if (this.#traits.doublesIac !== undefined) return run(this.#traits.doublesIac ? doubled(path) : path);
    try {
      const done = await run(path);
      if (TELNET_COMMAND.test(path)) this.#traits.doublesIac = false;
      return done;
    } catch (error) {
      if (!this.usable || !(error instanceof Fault) || !["not_found", "denied"].includes(error.code)) throw error;
      const done = await run(doubled(path));
      this.#traits.doublesIac = true;
      return done;
    }
  }
}

function doubled(path: WireName): WireName {
  return path.replaceAll("\xff", "\xff\xff");
}

/** What telnet would have taken out (RFC 854). ProFTPD lets other bytes pass behind an undoubled 0xFF: that says nothing of it. */
const TELNET_COMMAND = /\xff[\xfb-\xff]/;
