import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";
import {
  type CountedListing,
  type Listing,
  type ListingCommand,
  type ListingRequest,
  readListing,
} from "./readListing.ts";
import type { Traits } from "./traits.ts";
import type { Transfers } from "./transfers.ts";

const MLSD: ListingCommand = { command: "MLSD", format: "mlsd" };
const LIST: ListingCommand = { command: "LIST", format: "list" };
const LIST_ALL: ListingCommand = { command: "LIST -a", format: "list" };

/** Lists the folder that a session is in, by the command that the server has turned out to take. */
export class FolderLister {
  readonly #address: ServerAddress;
  readonly #traits: Traits;
  readonly #transfers: Transfers;

  constructor(address: ServerAddress, traits: Traits, transfers: Transfers) {
    this.#address = address;
    this.#traits = traits;
    this.#transfers = transfers;
  }

  /** See `Session.list`. */
  async list(request: ListingRequest): Promise<Listing> {
    if (this.#traits.mlsd) {
      const listing = await this.#listWithItself(MLSD, request);
      if (listing !== undefined) return listing;
      this.#traits.mlsd = false;
      this.#traits.listsItself = undefined;
    }
    return this.#listAll(request);
  }

  /** `LIST -a`, but not on servers that take `-a` for a name or answer it with nothing. */
  async #listAll(request: ListingRequest): Promise<Listing> {
    const traits = this.#traits;
    if (traits.list === "LIST") return this.#listPlain(request);
    const hidden = await this.#listWithItself(LIST_ALL, request);
    if (hidden !== undefined && hidden.lines > 0) traits.list = "LIST -a";
    if (hidden !== undefined && traits.list === "LIST -a") return hidden;
    const plain = await this.#listPlain(request);
    if (plain.lines > 0) traits.list = "LIST";
    return plain;
  }

  async #listPlain(request: ListingRequest): Promise<CountedListing> {
    const listing = await this.#read(LIST, request);
    if (listing === undefined) throw new Fault("protocol", "the server has neither MLSD nor LIST");
    return listing;
  }

  /**
   * By a command that shows the folder itself too, on many servers. Without a line, another client took the data connection, or the folder
   * may be entered but not read (ProFTPD: a plain 226): asked again it shows. The first listing of a server is asked for again in any case: it
   * may be all of the server.
   */
  async #listWithItself(command: ListingCommand, request: ListingRequest): Promise<CountedListing | undefined> {
    const traits = this.#traits;
    let listing = await this.#read(command, request);
    if (isEmpty(listing) && traits.listsItself !== false) {
      listing = await this.#read(command, request);
      if (isEmpty(listing) && traits.listsItself) throw new Fault("denied", "the server shows nothing of this folder");
    }
    if (!traits.listsItself) traits.listsItself = listing?.itself ?? traits.listsItself;
    return listing;
  }

  #read(command: ListingCommand, request: ListingRequest): Promise<CountedListing | undefined> {
    return readListing(command, request, this.#transfers, this.#address);
  }
}

/** Not a line, and no reason why. */
function isEmpty(listing: CountedListing | undefined): boolean {
  return listing !== undefined && listing.lines === 0 && listing.incomplete === undefined;
}
