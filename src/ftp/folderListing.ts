import { setImmediate as breathe } from "node:timers/promises";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { ServerAddress } from "./address.ts";
import type { Control } from "./control.ts";
import type { Entry } from "./listing/entry.ts";
import { ListingReader } from "./listing/listing.ts";
import { type Names, namesIn } from "./names.ts";
import { type Reply, replyText } from "./replyFault.ts";
import type { Traits } from "./traits.ts";
import type { Transfers } from "./transfers.ts";

/** What became of listing one directory, besides its entries. */
export interface Listing {
  /** Undefined when all of the directory was understood and taken; else why not. */
  readonly incomplete: string | undefined;
}

/** Takes an entry at once: a listing in flight is never held up. A `Fault` `listing_incomplete` from here ends the listing. */
export type TakeEntry = (entry: Entry) => void;

/** How a directory is asked for and read. */
export interface ListingRequest {
  /** For dates without a year. */
  readonly now: Date;
  readonly take: TakeEntry;
}

interface CountedListing extends Listing {
  readonly lines: number;
  /** Lines of neither files nor folders, such as `.` and `..`. */
  readonly others: number;
}

/** The listing of a hostile server may have no end and no entry either: who takes the entries sees nothing of it then. */
const MAX_BYTES_WITHOUT_ENTRY = 64 * 1024 * 1024;

/**
 * After so much of a listing others have their turn: ten thousand lines take some 50 ms, and the system hands over 8 MiB in one go. The
 * server sees nothing of a turn.
 */
const TURN_BYTES = 1024 * 1024;

/** Lists the folder that a session is in. */
export class FolderLister {
  readonly #control: Control;
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  readonly #transfers: Transfers;

  constructor(control: Control, address: ServerAddress, traits: Traits, transfers: Transfers) {
    this.#control = control;
    this.#address = address;
    this.#traits = traits;
    this.#transfers = transfers;
  }

  /** See `Session.list`. */
  async list(request: ListingRequest): Promise<Listing> {
    if (this.#traits.mlsd) {
      const listing = await this.#listBy("MLSD", "mlsd", request);
      if (listing !== undefined) return listing;
      this.#traits.mlsd = false;
    }
    return this.#listAll(request);
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
    const port = await this.#transfers.port();
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
      if (this.#control.closed === undefined && reader.lines === 0 && unknownCommand(error, command)) return undefined;
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
    const { final } = await this.#transfers.run({
      command,
      port,
      from: 0,
      expected: null,
      chunk: (offset, bytes) => {
        reader.push(bytes, take);
        if (reader.entries > entries) lastEntryAt = offset;
        entries = reader.entries;
        if (offset - lastEntryAt > MAX_BYTES_WITHOUT_ENTRY) {
          throw new Fault("protocol", `${MAX_BYTES_WITHOUT_ENTRY} bytes of listing without an entry`, { retry: false });
        }
        if (offset - turnBegan < TURN_BYTES) return undefined;
        turnBegan = offset;
        return breathe();
      },
    });
    reader.end(take);
    return final;
  }
}

function unknownCommand(fault: Fault, command: string): boolean {
  return fault.code === "protocol" || (command === "LIST -a" && fault.code === "not_found");
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
