import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import { LatestKeys } from "../latestKeys.ts";
import type { WantedFile } from "./wantedFile.ts";

/** Names that are kept in mind, in each of two generations: 8 MiB. */
const MOST_NAMES = 2 ** 19;

/**
 * Which files have which names here. A listing names each of a server's files differently, so there is nothing to keep in mind on a disk that
 * does the same. From the first one on that was given another name on its way (by `ftp-map`, say), and on disks that take `a` for `A`, two
 * may have the same, and one would overwrite the other.
 */
export class Claims {
  #taken: LatestKeys | undefined;

  /**
   * Gives a file its name. Throws a `Fault` where another file of its server has it; the same file may come again.
   *
   * @param folded the name as the disk tells it from others; undefined where each name is its own
   */
  claim(key: string, file: WantedFile, folded?: string): void {
    if (this.#taken === undefined && folded === undefined && !isRenamed(file)) return;
    this.#taken ??= new LatestKeys(MOST_NAMES);
    const { name, path, raw } = file;
    const here = folded ?? name;
    const itself = JSON.stringify([key, here, raw ?? path]);
    if (this.#taken.add(JSON.stringify([key, here]))) this.#taken.add(itself);
    else if (!this.#taken.has(itself)) throw taken(name, folded === undefined ? "tells" : "folds");
  }
}

function isRenamed({ name, path }: WantedFile): boolean {
  return path !== name && !path.endsWith(`/${name}`);
}

function taken(name: string, disk: "tells" | "folds"): Fault {
  const why = disk === "folds" ? "; this disk takes names for one that differ in case or Unicode form" : "";
  return new Fault("unsafe_name", `"${printable(name)}": another file of this server has this name here already${why}`);
}
