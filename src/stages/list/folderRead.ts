import type { Entry } from "../../ftp/listing/entry.ts";
import type { WireName } from "../../ftp/names.ts";
import type { Listing } from "../../ftp/readListing.ts";
import type { Session } from "../../ftp/session.ts";
import type { Fault } from "../../records/fault.ts";
import type { Backlog } from "./backlog.ts";
import type { NameTwins } from "./nameTwins.ts";
import type { Shelf } from "./shelf.ts";
import { tooMuch } from "./tooMuch.ts";

/** Where the entries of one folder are gathered. */
export interface Gathered {
  readonly entries: Backlog<Entry>;
  readonly twins: NameTwins;
}

/** A folder that was listed. */
export interface FolderRead extends Gathered {
  readonly listing: Listing;
}

/** What became of a listing that was begun before its turn: a folder, why there is none, or nothing that counts. */
export type ReadBefore = FolderRead | Fault | undefined;

/**
 * One try at a folder. Where its entries find no room any more, the listing ends there.
 *
 * @param admit asked before each entry, with the number of those that came before; throws a `Fault` where there are too many
 */
export function readFolder(
  session: Session,
  path: WireName,
  { entries, twins }: Gathered,
  shelf: Shelf,
  admit: (before: number) => void,
): Promise<Listing> {
  // What a try before has left.
  entries.clear();
  twins.clear();
  return session.list(path, new Date(), (entry) => {
    admit(entries.length);
    twins.note(entry.name);
    if (!entries.push(entry)) throw tooMuch(`more entries than there is room for: ${shelf.refusal}`);
  });
}
