import { setImmediate as breathe } from "node:timers/promises";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import { readBuffer } from "./dataConnection.ts";
import type { Entry } from "./listing/entry.ts";
import { ListingReader } from "./listing/listing.ts";
import { logIn } from "./logIn.ts";
import { type Names, namesIn, type WireName } from "./names.ts";
import { isPositive, type Reply, replyFault, replyText } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
import { type Transferred, transfer } from "./transfer.ts";

/** What became of listing one directory, besides its entries. */
export interface Listing {
  /** Undefined when all of the directory was understood and taken; else why not. */
  readonly incomplete: string | undefined;
}

/** Takes an entry at once: a listing in flight is never held up. A `Fault` `listing_incomplete` from here ends the listing. */
type TakeEntry = (entry: Entry) => void;

/** How a directory is asked for and read. */
interface ListingRequest {
  /** For dates without a year. */
  readonly now: Date;
  readonly take: TakeEntry;
}

interface CountedListing extends Listing {
  readonly lines: number;
  /** Lines of neither files nor folders, such as `.` and `..`. */
  readonly others: number;
}

/** Takes bytes of a file; see `TransferRequest.chunk`. */
type TakeChunk = (offset: number, bytes: Uint8Array) => void | Promise<void>;

/** The listing of a hostile server may have no end and no entry either: who takes the entries sees nothing of it then. */
const MAX_BYTES_WITHOUT_ENTRY = 64 * 1024 * 1024;

/**
 * After so much of a listing others have their turn: ten thousand lines take some 50 ms, and the system hands over 8 MiB in one go. The
 * server sees nothing of a turn.
 */
const TURN_BYTES = 1024 * 1024;

/** A connection after log-in. One command at a time; who holds it is the pool's business. */
export class Session {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  #buffer: Uint8Array | undefined;

  private constructor(control: Control, address: ServerAddress, traits: Traits) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
  }

  /** Throws a `Fault`. */
  static async open(address: ServerAddress, traits: Traits, signal: AbortSignal): Promise<Session> {
    return new Session(await logIn(address, traits, signal), address, traits);
  }

  get usable(): boolean {
    return this.#control.closed === undefined;
  }

  close(reason?: Fault): void {
    this.#control.close(reason);
  }

  /**
   * Fetches a file (RFC 959 RETR). `expected` bytes must come; null if nobody knows. Returns the bytes that came. Throws a
   * `Fault`; look at `usable` afterwards in any case.
   */
  async retrieve(path: WireName, expected: number | null, chunk: TakeChunk): Promise<number> {
    const { bytes } = await this.#onPath(path, async (name) => {
      return this.#transfer(`RETR ${name}`, await this.#passive(), expected, chunk);
    });
    return bytes;
  }

  /**
   * Lists one directory, hidden files included, and hands on each entry as it comes, in the server's order; `now` is for dates
   * without a year. The path goes into CWD, never into LIST, which takes paths as patterns or options. Throws a `Fault` when there
   * is no listing: what was taken until then is worth nothing. When `take` ends it, what came before is an incomplete one; look at
   * `usable` afterwards in any case.
   */
  async list(path: WireName, now: Date, take: TakeEntry): Promise<Listing> {
    await this.enter(path);
    const request = { now, take };
    if (this.#traits.mlsd) {
      const listing = await this.#listBy("MLSD", "mlsd", request);
      if (listing !== undefined) return listing;
      this.#traits.mlsd = false;
    }
    return this.#listAll(request);
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
    const reply = await this.#onPath(path, (name) => this.#control.ask(`SIZE ${name}`).then(refusedPath("SIZE")));
    const size = /^213[ -](\d+)/.exec(reply.text)?.[1];
    return size === undefined ? null : Number(size);
  }

  /** RFC 3659 §3 MDTM, as `FileRecord.modified`; null when the server does not say. */
  async modified(path: WireName): Promise<string | null> {
    const reply = await this.#onPath(path, (name) => this.#control.ask(`MDTM ${name}`).then(refusedPath("MDTM"))).catch(
      (error) => {
        if (this.usable && error instanceof Fault && error.code !== "unsafe_name") return undefined;
        throw error;
      },
    );
    if (reply === undefined) return null;
    const time = /^213[ -](\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(reply.text);
    return time === null ? null : `${time[1]}-${time[2]}-${time[3]}T${time[4]}:${time[5]}:${time[6]}Z`;
  }

  /** `LIST -a`, but not on servers that take `-a` for a name or answer it with nothing. */
  async #listAll(request: ListingRequest): Promise<Listing> {
    const traits = this.#traits;
    if (traits.list === "LIST") return this.#list("LIST", request);
    const hidden = await this.#listBy("LIST -a", "list", request);
    if (hidden !== undefined && hidden.lines > 0) {
      traits.list = "LIST -a";
      traits.listsItself ||= hidden.others > 0;
      return hidden;
    }
    if (hidden !== undefined && traits.list === "LIST -a") {
      // ProFTPD: an empty listing and a plain 226 for a folder that may be entered but not read.
      if (traits.listsItself) throw new Fault("denied", "the server shows nothing of this folder");
      return hidden;
    }
    const plain = await this.#list("LIST", request);
    if (plain.lines > 0) traits.list = "LIST";
    return plain;
  }

  async #list(command: "LIST", request: ListingRequest): Promise<CountedListing> {
    const listing = await this.#listBy(command, "list", request);
    if (listing === undefined) throw new Fault("protocol", "the server has neither MLSD nor LIST");
    return listing;
  }

  /** Undefined when the server does not know the command (RFC 959 §4.2: 500–504, and 550 for `-a` as a name). */
  async #listBy(
    command: string,
    format: "mlsd" | "list",
    { now, take }: ListingRequest,
  ): Promise<CountedListing | undefined> {
    const reader = new ListingReader({ format, now });
    const port = await this.#passive();
    try {
      const final = await this.#readListing(command, port, reader, take);
      // vsftpd "failed to open directory", Pure-FTPd "unable to read": a positive reply all the same.
      if (final !== undefined && /failed to open|unable to read/i.test(final.text)) {
        throw new Fault("denied", `${command}: ${replyText(final)}`);
      }
      return counted(reader, incomplete(reader, final, namesIn(this.#address.encoding)));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.code === "listing_incomplete") return counted(reader, error.message);
      // A server that sends lines knows the command; another would give the entries a second time.
      if (this.usable && reader.lines === 0 && unknownCommand(error, command)) return undefined;
      throw error;
    }
  }

  /** Returns the server's last word. */
  async #readListing(
    command: string,
    port: number,
    reader: ListingReader,
    take: TakeEntry,
  ): Promise<Reply | undefined> {
    let entries = 0;
    let lastEntryAt = 0;
    let turnBegan = 0;
    const { final } = await this.#transfer(command, port, null, (offset, bytes) => {
      reader.push(bytes, take);
      if (reader.entries > entries) lastEntryAt = offset;
      entries = reader.entries;
      if (offset - lastEntryAt > MAX_BYTES_WITHOUT_ENTRY) {
        throw new Fault("protocol", `${MAX_BYTES_WITHOUT_ENTRY} bytes of listing without an entry`, { retry: false });
      }
      if (offset - turnBegan < TURN_BYTES) return undefined;
      turnBegan = offset;
      return breathe();
    });
    reader.end(take);
    return final;
  }

  async #transfer(command: string, port: number, expected: number | null, chunk: TakeChunk): Promise<Transferred> {
    this.#buffer ??= readBuffer();
    try {
      const done = await transfer(this.#control, this.#address, this.#buffer, { command, port, expected, chunk });
      if (this.#traits.passive === "epsv") this.#traits.epsvProven = true;
      return done;
    } catch (error) {
      this.#doubtEpsv(error);
      throw error;
    }
  }

  /** EPSV first: it names no address that could be wrong (RFC 2428 §3). A PASV address is never used, only its port. */
  async #passive(): Promise<number> {
    if (this.#traits.passive !== "pasv") {
      const reply = await this.#control.ask("EPSV");
      const port = portNumber(/\((.)\1\1(\d{1,5})\1\)/.exec(reply.text)?.[2]);
      if (reply.code === 229 && port !== undefined) {
        this.#traits.passive = "epsv";
        return port;
      }
    }
    const reply = demand("PASV", await this.#control.ask("PASV"));
    const [, high, low] = /\d+,\d+,\d+,\d+,(\d+),(\d+)/.exec(reply.text) ?? [];
    const port = portNumber(Number(high) * 256 + Number(low));
    if (port === undefined) throw new Fault("protocol", `PASV: no port in "${replyText(reply)}"`);
    this.#traits.passive = "pasv";
    return port;
  }

  /** Some firewalls let EPSV pass and swallow its data connection: then PASV, of which they know. */
  #doubtEpsv(error: unknown): void {
    if (this.#traits.passive !== "epsv" || this.#traits.epsvProven || !(error instanceof Fault)) return;
    if (error.code === "timeout" || error.code === "connect_refused" || error.code === "cut_off") {
      this.#traits.passive = "pasv";
    }
  }

  /**
   * Runs a command on a path. The byte 0xFF in it is telnet's IAC and must be doubled for servers that read the control
   * connection as telnet (RFC 959 §3.1; ProFTPD), and must not be for others (vsftpd, Pure-FTPd): tried once, then known.
   */
  async #onPath<T>(path: WireName, run: (path: WireName) => Promise<T>): Promise<T> {
    if (!path.includes("\xff")) return run(path);
    const doubled = path.replaceAll("\xff", "\xff\xff");
    if (this.#traits.doublesIac !== undefined) return run(this.#traits.doublesIac ? doubled : path);
    try {
      const done = await run(path);
      if (TELNET_COMMAND.test(path)) this.#traits.doublesIac = false;
      return done;
    } catch (error) {
      if (!this.usable || !(error instanceof Fault) || !["not_found", "denied"].includes(error.code)) throw error;
      const done = await run(doubled);
      this.#traits.doublesIac = true;
      return done;
    }
  }
}

function unknownCommand(fault: Fault, command: string): boolean {
  return fault.code === "protocol" || (command === "LIST -a" && fault.code === "not_found");
}

function portNumber(said: string | number | undefined): number | undefined {
  const port = Number(said);
  return Number.isInteger(port) && port > 0 && port <= MAX_PORT ? port : undefined;
}

const MAX_PORT = 65_535;

/** What telnet would have taken out (RFC 854). ProFTPD lets other bytes pass behind an undoubled 0xFF: that says nothing of it. */
const TELNET_COMMAND = /\xff[\xfb-\xff]/;

function demand(doing: string, reply: Reply): Reply {
  if (!isPositive(reply)) throw replyFault(doing, reply);
  return reply;
}

/** 4xx and 55x are about the path; 50x is a server without the command. */
function refusedPath(doing: string): (reply: Reply) => Reply {
  return (reply) => {
    if (reply.code >= 400 && (reply.code < 500 || reply.code >= 530)) throw replyFault(doing, reply);
    return reply;
  };
}

function counted(reader: ListingReader, incomplete: string | undefined): CountedListing {
  const { lines, entries, rejected } = reader;
  return { lines, others: lines - entries - rejected, incomplete };
}

/** Pure-FTPd: `226 Output truncated to 2000 matches` is a positive reply. */
function incomplete(reader: ListingReader, final: Reply | undefined, names: Names): string | undefined {
  if (final !== undefined && /truncated/i.test(final.text)) return `the server cut the listing: ${replyText(final)}`;
  if (reader.rejected === 0) return undefined;
  const sample = names.decode(reader.rejectedSample ?? "").text;
  const lines = reader.rejected === 1 ? "a line" : `${reader.rejected} lines`;
  return `${lines} of the listing could not be read, such as "${printable(sample)}"`;
}
