import { Fault } from "../records/fault.ts";
import { noteIn, prefixToRanges, rangesToPrefix } from "./keptRanges.ts";
import { Leftovers } from "./leftovers.ts";
import { partSize } from "./openPart.ts";
import { PartFile } from "./partFile.ts";
import { partDigest, partName } from "./partName.ts";
import type { KeptPart, PartOfFile, Place, Writing } from "./partRequest.ts";
import { type PartOfRanges, RangedPart } from "./rangedPart.ts";
import type { Arriving, Incoming, IncomingRanges } from "./sink.ts";

/** How many kept part files are kept in mind for another try, some 300 bytes each; what is beyond waits for another run. */
const MOST_KEPT = 1_000;

/** Part files of this process that have a number only. */
let numbered = 0;

/** The part files of a sink: those on their way, those kept for another try, and those that earlier runs left. */
export class PartFiles {
  readonly left = new Leftovers();
  readonly #owner: string;
  readonly #writing: Writing;
  readonly #active = new Set<Arriving>();
  /** By folder and digest. */
  readonly #kept = new Map<string, KeptPart>();
  /** There were more than are kept in mind. */
  #more = false;
  #closed = false;
  /** Of a file that nobody will go on with: most are small ones, and a number is faster than a digest. */
  readonly #nameless: PartOfFile = {
    name: () => partName({ digest: (++numbered).toString(16).padStart(16, "0"), owner: this.#owner }),
    mayKeep: false,
    kept: undefined,
    done: (file) => this.#active.delete(file),
  };

  constructor(owner: string, writing: Writing) {
    this.#owner = owner;
    this.#writing = writing;
  }

  /** A part file for a version of a file, with what is here of the same. */
  add(place: Place, version: string | undefined): Incoming {
    if (this.#closed) throw new Fault("disk", "files are not taken any more", { retry: false });
    const part = version === undefined ? this.#nameless : this.#named(place, version);
    const file = new PartFile(place, part, this.#writing);
    this.#active.add(file);
    return file;
  }

  /** The same for one that comes in ranges. */
  addRanges(place: Place, version: string, size: number): IncomingRanges {
    if (this.#closed) throw new Fault("disk", "files are not taken any more", { retry: false });
    const part = this.#inRanges(place, version, size);
    const file = new RangedPart(place, part, this.#writing);
    this.#active.add(file);
    return file;
  }

  /** A part file that is of one version and may be gone on with. */
  #named(place: Place, version: string): PartOfFile {
    const prefix = this.#called(place, version);
    if (prefix.kept !== undefined) return prefix;
    const ranges = this.#called(place, inRanges(version));
    return ranges.kept === undefined ? prefix : { ...prefix, kept: rangesToPrefix(place, ranges.kept, prefix.name(0)) };
  }

  /** By another name: who takes files for their beginning would take it for all that its length says. */
  #inRanges(place: Place, version: string, size: number): PartOfRanges {
    const ranges = this.#called(place, inRanges(version));
    const { kept = prefixToRanges(place, this.#called(place, version).kept, ranges.name(0), size) } = ranges;
    const note = kept === undefined ? undefined : noteIn(place, kept, size);
    return { ...ranges, size, note, kept: note === undefined ? undefined : kept };
  }

  #called(place: Place, version: string): PartOfFile {
    const name = place.target.slice(place.folder.length + 1);
    const digest = partDigest(name, version, 0);
    return {
      name: (copy) => partName({ digest: copy === 0 ? digest : partDigest(name, version, copy), owner: this.#owner }),
      mayKeep: true,
      kept: this.#take(place, digest),
      done: (file, kept) => {
        this.#active.delete(file);
        if (kept !== undefined) this.#keep(`${place.folder}/${digest}`, kept);
      },
    };
  }

  /** See `Sink.close`. A file that a thread still writes to has lost its name then: whatever comes, it is nobody's. */
  close(how: "done" | "stopped"): boolean {
    this.#closed = true;
    for (const file of this.#active) file.keep();
    this.left.stop();
    if (how === "done") this.left.clear();
    return this.#more || this.#kept.size > 0 || this.left.any;
  }

  #keep(key: string, kept: KeptPart): void {
    if (this.#kept.size >= MOST_KEPT) this.#more = true;
    else this.#kept.set(key, kept);
  }

  #take(place: Place, digest: string): KeptPart | undefined {
    if (this.#kept.size === 0 && !this.left.any) return undefined;
    const { folders, folder } = place;
    const key = `${folder}/${digest}`;
    const own = this.#kept.get(key);
    this.#kept.delete(key);
    const name = own === undefined ? this.left.take(bytesOf(folder, place), digest) : undefined;
    const path = own?.path ?? (name === undefined ? undefined : `${folder}/${name}`);
    const bytes = path === undefined ? undefined : partSize(folders.onDisk(path));
    return path === undefined || bytes === undefined ? undefined : { path, bytes };
  }
}

function inRanges(version: string): string {
  return `ranges of ${version}`;
}

function bytesOf(folder: string, { folders }: Place): string {
  const onDisk = folders.onDisk(folder);
  return typeof onDisk === "string" ? Buffer.from(onDisk).toString("latin1") : folder;
}
