import { setImmediate as breathe } from "node:timers/promises";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import type { ServerAddress } from "./address.ts";
import { announcedLines } from "./announced.ts";
import type { Entry } from "./listing/entry.ts";
import { ListingReader } from "./listing/listing.ts";
import { type Names, namesIn } from "./names.ts";
import { type Reply, replyText } from "./replyFault.ts";
import type { TakeChunk, Transferred } from "./transferRequest.ts";
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

/** What a command has listed. */
export interface CountedListing extends Listing {
  readonly lines: number;
  /** Whether it has a line for the folder itself, so that an empty one has a line too; undefined: that can't be told. */
  readonly itself: boolean | undefined;
}

/** The listing of a hostile server may have no end and no entry either: who takes the entries sees nothing of it then. */
const MAX_BYTES_WITHOUT_ENTRY = 64 * 1024 * 1024;

/**
 * After so much of a listing others have their turn: ten thousand lines take some 50 ms, and the system hands over 8 MiB in one go. The
 * server sees nothing of a turn.
 */
const TURN_BYTES = 1024 * 1024;

/** Which command lists the folder, and how its lines look. */
export interface ListingCommand {
  readonly command: "MLSD" | "LIST -a" | "LIST";
  readonly format: "mlsd" | "list";
}

/**
 * Runs one command and reads what it lists. A `Fault` `listing_incomplete`, from who takes the entries or from a limit here, ends the listing
 * where it is. Throws a `Fault` for all else, and undefined is of a server that does not know the command (RFC 959 §4.2: 500–504, and 550
 * for `-a` as a name).
 */
export async function readListing(
  { command, format }: ListingCommand,
  { now, take }: ListingRequest,
  transfers: Transfers,
  address: ServerAddress,
): Promise<CountedListing | undefined> {
  const reader = new ListingReader({ format, now });
  const port = await transfers.port();
  try {
    const request = {
      command,
      from: 0,
      expected: null,
      chunk: limited(reader, take, address.max_listing),
      within_ms: address.listing_timeout_ms,
      tooLate: () => tooLate(address),
      // Only in transfers of files vsftpd, ProFTPD and Pure-FTPd look up now and then.
      short: true,
    };
    return await transfers.run(port, request, (done) => {
      reader.end(take);
      checkEnd(command, done);
      return counted(reader, whyIncomplete(reader, done.final, namesIn(address.encoding)));
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === "listing_incomplete") return counted(reader, error.message);
    // A server that sends lines knows the command; another would give the entries a second time.
    if (transfers.usable && reader.lines === 0 && unknownCommand(error, command)) return undefined;
    throw error;
  }
}

/** Reads chunk by chunk, up to its limits. */
function limited(reader: ListingReader, take: TakeEntry, max_listing: number): TakeChunk {
  let entries = 0;
  let lastEntryAt = 0;
  let turnBegan = 0;
  return (offset, bytes) => {
    reader.push(bytes.subarray(0, max_listing - offset), take);
    if (offset + bytes.length > max_listing) {
      throw new Fault("listing_incomplete", `the listing has more than ${max_listing} bytes (max_listing)`);
    }
    if (reader.entries > entries) lastEntryAt = offset;
    entries = reader.entries;
    if (offset - lastEntryAt > MAX_BYTES_WITHOUT_ENTRY) {
      throw new Fault("protocol", `${MAX_BYTES_WITHOUT_ENTRY} bytes of listing without an entry`, { retry: false });
    }
    if (offset - turnBegan < TURN_BYTES) return undefined;
    turnBegan = offset;
    return breathe();
  };
}

function tooLate({ listing_timeout_ms }: ServerAddress): Fault {
  const seconds = listing_timeout_ms / 1000;
  return new Fault("listing_incomplete", `the listing did not end within ${seconds} s (listing_timeout)`);
}

/** Throws a `Fault` where a positive reply is none. */
function checkEnd(command: string, { bytes, announced = 0, final }: Transferred): void {
  // vsftpd "failed to open directory", Pure-FTPd "unable to read": a positive reply all the same.
  if (final !== undefined && /failed to open|unable to read/i.test(final.text)) {
    throw new Fault("denied", `${command}: ${replyText(final)}`);
  }
  const lines = final === undefined ? 0 : (announcedLines(final) ?? 0);
  if (bytes === 0 && (announced > 0 || lines > 0)) {
    throw new Fault("cut_off", `${command}: the server sent something, but nothing came here`);
  }
}

function unknownCommand(fault: Fault, command: string): boolean {
  return fault.code === "protocol" || (command === "LIST -a" && fault.code === "not_found");
}

function counted(reader: ListingReader, incomplete: string | undefined): CountedListing {
  return { lines: reader.lines, itself: showsItself(reader), incomplete };
}

function showsItself({ lines, sums, entries, rejected }: ListingReader): boolean | undefined {
  if (lines - entries - rejected > sums) return true;
  if (sums === 0) return lines === 0 ? undefined : false;
  // `total 0` shows that there is nothing; some servers print a sum only of what is there.
  return entries + rejected === 0 || undefined;
}

/** Pure-FTPd: `226 Output truncated to 2000 matches` is a positive reply. */
function whyIncomplete(reader: ListingReader, final: Reply | undefined, names: Names): string | undefined {
  if (final !== undefined && /truncated/i.test(final.text)) return `the server cut the listing: ${replyText(final)}`;
  if (reader.rejected === 0) return undefined;
  const sample = names.decode(reader.rejectedSample ?? "").text;
  const lines = reader.rejected === 1 ? "a line" : `${reader.rejected} lines`;
  return `${lines} of the listing could not be read, such as "${printable(sample)}"`;
}
