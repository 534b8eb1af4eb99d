import { hash } from "node:crypto";
import { lstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import { Fault } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { printable } from "../records/printable.ts";
import { diskFault } from "./diskFault.ts";
import { DiskPace } from "./diskPace.ts";
import { PartFile, type Place } from "./partFile.ts";
import { RealFolders } from "./realFolders.ts";
import { unsafeReason, unsafeServerReason } from "./safeName.ts";
import type { Held, Incoming, Sink, SinkFile } from "./sink.ts";

export interface FolderSinkOptions {
  /** The folder that holds the servers' folders; made when missing, may be reached through links. */
  readonly bufferPath: string;
  /** How fast its disk is; known by default from what this process saw of the same disk. */
  readonly pace?: DiskPace;
}

/**
 * A sink of folders: files land in `<bufferPath>/<server>/<name>`, with their exact bytes as names, and never anywhere else.
 * Throws a `Fault` `disk` if there can be no such folder.
 */
export function openFolderSink({ bufferPath, pace }: FolderSinkOptions): Sink {
  const path = resolve(bufferPath);
  try {
    makeFolder(path);
    return new FolderSink(path, realpathSync(path), pace ?? paceOf(statSync(path).dev));
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
  readonly #pace: DiskPace;
  /** Part files being written: the same file may be asked for twice at the same time. */
  readonly #parts = new Set<string>();

  constructor(path: string, realPath: string, pace: DiskPace) {
    const utf8 = realPath === "/" ? "" : realPath;
    this.#path = path === "/" ? "" : path;
    this.#root = { utf8, latin1: Buffer.from(utf8).toString("latin1") };
    this.#texts = new RealFolders(utf8, "utf8");
    this.#bytes = new RealFolders(this.#root.latin1, "latin1");
    this.#pace = pace;
  }

  held(file: SinkFile): Held | undefined {
    const { folders, folder, target, local } = this.#place(file);
    if (!folders.has(folder)) return undefined;
    const stats = look(folders.onDisk(target), local);
    if (stats === undefined || !stats.isFile()) return undefined;
    return { size: stats.size, mtime_ms: Math.floor(stats.mtimeMs + ROUNDING_ms), local };
  }

  begin(file: SinkFile): Incoming {
    const place = this.#place(file);
    // Throws if a link lies in the way: said before bytes are fetched in vain.
    place.folders.has(place.folder);
    const part = this.#freePart(place, file);
    this.#parts.add(part);
    return new PartFile({ ...place, part }, this.#pace, () => this.#parts.delete(part));
  }

  #place(file: SinkFile): Omit<Place, "part"> {
    const { server, name, rawName } = file;
    const local = `${this.#path}/${server}/${name}`;
    const why = unsafeServerReason(server) ?? unsafeReason(name, rawName);
    if (why !== undefined) throw new Fault("unsafe_name", `"${printable(`${server}/${name}`)}": ${why}`);
    const target =
      rawName === undefined
        ? `${this.#root.utf8}/${server}/${name}`
        : `${this.#root.latin1}/${latin1(Buffer.from(server))}/${latin1(rawName)}`;
    const folders = rawName === undefined ? this.#texts : this.#bytes;
    return { folders, folder: target.slice(0, target.lastIndexOf("/")), target, local };
  }

  /** Another version of the file gets another name, and so does a second copy on its way at the same time. */
  #freePart({ folder, target }: Omit<Place, "part">, { size, modified }: SinkFile): string {
    const name = target.slice(folder.length + 1);
    for (let copy = 0; ; copy++) {
      const digest = hash("sha256", JSON.stringify(copy === 0 ? [name, size, modified] : [name, size, modified, copy]));
      const part = `${folder}/.${digest.slice(0, 16)}.fh-part`;
      if (!this.#parts.has(part)) return part;
    }
  }
}

/** Node sets times in seconds with a fraction, cut to microseconds: what was .123 comes back as .122999. */
const ROUNDING_ms = 0.002;

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

/** What is known of the disks of this machine, by device number. */
const paces = new Map<number, DiskPace>();

function paceOf(device: number): DiskPace {
  const pace = paces.get(device) ?? new DiskPace();
  paces.set(device, pace);
  return pace;
}
