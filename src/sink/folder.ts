import { randomUUID } from "node:crypto";
import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { printable } from "../records/printable.ts";
import { diskFault } from "./diskFault.ts";
import { DiskPace } from "./diskPace.ts";
import { Durability } from "./durability.ts";
import { type Folding, Foldings, foldedName } from "./folding.ts";
import { PartFiles } from "./partFiles.ts";
import type { Place } from "./partRequest.ts";
import { RealFolders } from "./realFolders.ts";
import { isLonger, unsafeReason, unsafeServerReason } from "./safeName.ts";
import type { Held, Incoming, IncomingRanges, RecoverRequest, Searched, Sink, SinkFile } from "./sink.ts";

export interface FolderSinkOptions {
  /** The folder that holds the servers' folders; made when missing, may be reached through links. */
  readonly bufferPath: string;
  /** Eight hex digits that nobody else writes part files under here; see `Lock.owner`. */
  readonly owner?: string;
  /** Bytes of one part of a name. */
  readonly maxName?: number;
  /** `durable`: a file is on the disk before `commit` has ended. */
  readonly commits?: "fast" | "durable";
  /** How fast its disk is; known by default from what this process saw of the same disk. */
  readonly pace?: DiskPace;
}

/**
 * A sink of folders: files land in `<bufferPath>/<server>/<name>`, with their exact bytes as names, and never anywhere else.
 * Throws a `Fault` `disk` if there can be no such folder.
 */
export function openFolderSink(options: FolderSinkOptions): Sink {
  const path = resolve(options.bufferPath);
  try {
    makeFolder(path);
    return new FolderSink(path, realpathSync(path), options.pace ?? paceOf(statSync(path).dev), options);
  } catch (error) {
    throw diskFault(error, path);
  }
}

class FolderSink implements Sink {
  /** As people know the folder, for records and messages. */
  readonly #path: string;
  /** The same without links, without a `/` at its end. */
  readonly #root: { readonly utf8: string; readonly latin1: string };
  readonly #texts: RealFolders;
  readonly #bytes: RealFolders;
  readonly #parts: PartFiles;
  readonly #options: FolderSinkOptions;
  readonly #foldings: Foldings;
  /** Of the latest file: each is asked for twice or three times in a row. */
  #latest: { readonly file: SinkFile; readonly place: Place } | undefined;
  /** How the latest server's folder tells names. */
  #folding: { readonly server: string; readonly folding: Folding } | undefined;

  constructor(path: string, realPath: string, pace: DiskPace, options: FolderSinkOptions) {
    const utf8 = realPath === "/" ? "" : realPath;
    const durable = options.commits === "durable" ? new Durability() : undefined;
    this.#path = path === "/" ? "" : path;
    this.#root = { utf8, latin1: latin1(Buffer.from(utf8)) };
    this.#texts = new RealFolders(utf8, "utf8", (above) => durable?.changed(above));
    this.#bytes = new RealFolders(this.#root.latin1, "latin1", (above) => durable?.changed(above));
    this.#parts = new PartFiles(options.owner ?? randomUUID().slice(0, 8), { pace, durable });
    this.#foldings = new Foldings(realPath);
    this.#options = options;
  }

  held(file: SinkFile): Held | undefined {
    const { folders, folder, target, local } = this.#place(file);
    if (!folders.has(folder)) return undefined;
    const stats = look(folders.onDisk(target), local);
    if (stats === undefined || !stats.isFile()) return undefined;
    return { size: stats.size, mtime_ms: Math.floor(stats.mtimeMs + ROUNDING_ms), local };
  }

  isNew(file: SinkFile): boolean {
    const { folders, folder } = this.#place(file);
    return folders.isNew(folder);
  }

  begin(file: SinkFile): Incoming {
    const place = this.#place(file);
    // Throws if a link lies in the way: said before bytes are fetched in vain.
    place.folders.has(place.folder);
    return this.#parts.add(place, file.version);
  }

  beginRanges(file: SinkFile & { readonly version: string }, size: number): IncomingRanges {
    const place = this.#place(file);
    place.folders.has(place.folder);
    return this.#parts.addRanges(place, file.version, size);
  }

  foldedName({ server, name, rawName }: SinkFile): string | undefined {
    // Bytes that are no text have neither letters nor forms.
    if (rawName !== undefined) return undefined;
    if (this.#folding?.server !== server) {
      const folder = this.#texts.has(`${this.#root.utf8}/${server}`) ? "there" : "missing";
      const folding = this.#foldings.in(server, folder);
      if (folder === "missing") return foldedName(name, folding);
      this.#folding = { server, folding };
    }
    return foldedName(name, this.#folding.folding);
  }

  async recover({ server, ...request }: RecoverRequest): Promise<Searched> {
    // Behind a link may lie another harvest's folder; `begin` says what is wrong with it.
    if (isLink(`${this.#root.utf8}/${server}`)) return "some";
    return this.#parts.left.sweep(`${this.#root.latin1}/${latin1(Buffer.from(server))}`, request);
  }

  close(how: "done" | "stopped"): boolean {
    return this.#parts.close(how);
  }

  #place(file: SinkFile): Place {
    if (file !== this.#latest?.file) this.#latest = { file, place: this.#placeOf(file) };
    return this.#latest.place;
  }

  /** Throws a `Fault` where the name can't be. */
  #placeOf({ server, name, rawName }: SinkFile): Place {
    const local = `${this.#path}/${server}/${name}`;
    const spelling = rawName === undefined ? "utf8" : "latin1";
    const target =
      rawName === undefined
        ? `${this.#root.utf8}/${server}/${name}`
        : `${this.#root.latin1}/${latin1(Buffer.from(server))}/${latin1(rawName)}`;
    const why =
      unsafeServerReason(server) ??
      unsafeReason(name, rawName, this.#options.maxName) ??
      (isLonger(target, spelling, LONGEST_PATH_bytes) ? `a path of more than ${LONGEST_PATH_bytes} bytes` : undefined);
    if (why !== undefined) throw new Fault("unsafe_name", `"${printable(`${server}/${name}`)}": ${why}`);
    const folders = rawName === undefined ? this.#texts : this.#bytes;
    return { folders, folder: target.slice(0, target.lastIndexOf("/")), target, local };
  }
}

/** Node sets times in seconds with a fraction, cut to microseconds: what was .123 comes back as .122999. */
const ROUNDING_ms = 0.002;

/** PATH_MAX of Linux, and of macOS and the BSDs, less the NUL; and room for a part file's name beside the shortest one. */
const LONGEST_PATH_bytes =
  (process.platform === "linux" ? 4096 : 1024) - 1 - ".0123456789abcdef-01234567.fh-part".length;

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}

function look(path: string | Buffer, local: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw diskFault(error, local);
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    return false;
  }
}

/** What is known of the disks of this machine, by device number. */
const paces = new Map<number, DiskPace>();

function paceOf(device: number): DiskPace {
  const pace = paces.get(device) ?? new DiskPace();
  paces.set(device, pace);
  return pace;
}
