import type { Entry } from "../../ftp/listing/entry.ts";
import type { WireName } from "../../ftp/names.ts";
import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import type { AnyRecord } from "../../records/record.ts";
import type { Findings } from "./findings.ts";
import type { Folder } from "./foldersToWalk.ts";
import { type Link, lookThrough } from "./links.ts";
import type { NameTwins } from "./nameTwins.ts";
import { below, join } from "./paths.ts";
import type { SubFolders } from "./subFolders.ts";
import { unsafeEntry } from "./unsafeEntry.ts";
import type { Place } from "./walkRecords.ts";
import type { WalkRequest } from "./walkRequest.ts";
import type { WalkSessions } from "./walkSessions.ts";

/** What the judge of a walk works with. */
interface Surroundings {
  readonly findings: Findings;
  readonly sessions: WalkSessions;
}

/** The folder that entries are in. */
export interface FolderInHand {
  readonly folder: Folder;
  /** Among its names. */
  readonly twins: NameTwins;
  /** Takes in the folders that lie in it. */
  readonly inner: SubFolders;
}

/** An entry of a listing, and where it was found. */
interface Found {
  readonly entry: Entry;
  readonly at: FolderInHand;
  readonly path: WireName;
  readonly place: Place;
}

/**
 * Links on one way, at most. Where a server does not tell what a link leads to this ends loops; and folders that all link to one
 * another have as many ways through them as there are orders to visit them in.
 */
const MAX_LINKS_ON_A_WAY = 3;

/** Says what becomes of each entry of a listing. */
export class EntryJudge {
  readonly #request: WalkRequest;
  readonly #findings: Findings;
  readonly #sessions: WalkSessions;

  constructor(request: WalkRequest, { findings, sessions }: Surroundings) {
    this.#request = request;
    this.#findings = findings;
    this.#sessions = sessions;
  }

  /** One entry: a file record, a folder to walk (no record), or the reason why it is neither. */
  look(entry: Entry, at: FolderInHand): AnyRecord | undefined | Promise<AnyRecord | undefined> {
    const { folder, inner } = at;
    const path = below(folder.path, entry.name);
    const found: Found = { entry, at, path, place: this.#findings.placeOf(path) };
    if (!this.#isWanted(found)) return undefined;
    const reason = this.#whyUnsafe(found);
    if (reason !== undefined) return this.#unsafe(found, reason);
    if (entry.kind === "link") return this.#follow(found);
    if (entry.kind === "other") return this.#skipped(found, "neither a file nor a folder");
    if (entry.kind === "file") {
      return this.#findings.file(found.place, entry, entry.modified?.endsWith("Z") === true ? "mlsd" : "list");
    }
    const { depth, through } = folder;
    const real = folder.real === folder.path ? path : below(folder.real, entry.name);
    inner.add({ path, depth: depth + 1, real, through });
    return undefined;
  }

  /** What lies behind a link is not known yet: it is left out only where its name is excluded. */
  #isWanted({ entry: { kind, size, modified }, place: { name } }: Found): boolean {
    const { selection } = this.#request;
    return kind === "file" ? selection.file({ name, size, modified }) : selection.folder(name);
  }

  async #follow(found: Found): Promise<AnyRecord | undefined> {
    const { settings, selection } = this.#request;
    if (settings.links === "skip") return this.#skipped(found, "a link (links: skip)");
    let link: Link;
    try {
      link = await this.#sessions.with((session) => lookThrough(session, found.path));
    } catch (error) {
      return this.#findings.failure(this.#sessions.survived(error), found.path);
    }
    if (link.to === "nothing") return this.#skipped(found, `a link that leads nowhere${this.#whither(found.entry)}`);
    if (link.to === "folder") return this.#enterLink(found, link.path);
    const { size, modified } = link;
    const isWanted = selection.file({ name: found.place.name, size, modified });
    return isWanted ? this.#findings.file(found.place, link, "mdtm") : undefined;
  }

  /** A link to a folder; `told` is where the server says that it leads, or the link's own path. */
  #enterLink(found: Found, told: WireName): AnyRecord | undefined {
    const { entry, path } = found;
    const { folder, inner } = found.at;
    if (this.#request.settings.links === "files") return this.#skipped(found, "a link to a folder (links: files)");
    const real = told !== path || entry.target === undefined ? told : join(folder.real, entry.target);
    if (leadsBack(real, folder)) return this.#skipped(found, "a link to a folder that it lies in");
    if (folder.through.length >= MAX_LINKS_ON_A_WAY) {
      return this.#skipped(found, `a link to a folder, behind ${MAX_LINKS_ON_A_WAY} links already`);
    }
    inner.add({ path, depth: folder.depth + 1, real, through: [...folder.through, folder.real] });
    return undefined;
  }

  /** Why an entry can't lie here. */
  #whyUnsafe({ entry: { name }, path, at: { twins } }: Found): string | undefined {
    const { local_names, max_name } = this.#request.settings;
    const reason = unsafeEntry({ name, path }, this.#findings.names, { local_names, max_name });
    if (reason !== undefined || local_names === "bytes" || !twins.has(name)) return reason;
    return "another name in its folder would be the same here; `local_names: bytes` keeps both";
  }

  #unsafe({ entry, place }: Found, reason: string): AnyRecord {
    const name = printable(this.#findings.names.decode(entry.name).text);
    return this.#findings.refused(place, new Fault("unsafe_name", `"${name}": ${reason}`));
  }

  #whither({ target }: Entry): string {
    return target === undefined ? "" : `, to ${printable(this.#findings.names.decode(target).text)}`;
  }

  #skipped({ place }: Found, reason: string): AnyRecord {
    return this.#findings.skipped(place, reason);
  }
}

/** Whether a real folder holds the one that a link lies in, or one of those on the way to it. */
function leadsBack(real: WireName, folder: Folder): boolean {
  return [folder.real, ...folder.through].some((at) => at === real || at.startsWith(below(real, "")));
}
