import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import type { SinkFile } from "../../sink/sink.ts";
import { LatestKeys } from "../latestKeys.ts";
import type { WantedFile } from "./wantedFile.ts";

/** Whether a file came for the first time, as far as is kept in mind. */
export type Claimed = "first" | "again";

/** What is kept in mind, in each of two generations of 8 MiB: two for each file. */
const MOST_KEYS = 2 ** 19;

/**
 * Which files have which names here. A listing names each of a server's files differently, but two may still have the same: where names were
 * changed on their way (by `ftp-map`, say), where one's text is the other's bytes, and on disks that take `a` for `A`. One would overwrite
 * the other.
 */
export class Claims {
  readonly #taken = new LatestKeys(MOST_KEYS);

  /**
   * Gives a file its name. Throws a `Fault` where another file of its server has it, also one that failed; the same file may come again.
   *
   * @param folded the name as the disk tells it from others; undefined where each name is its own
   */
  claim(key: string, { path, raw }: WantedFile, here: SinkFile, folded?: string): Claimed {
    const name = folded ?? spelled(here);
    // The lengths tell where each text ends: as unmistakable as JSON, and 0.7 µs faster.
    const named = `${key.length} ${name.length} ${key}${name}`;
    const itself = `=${named}${raw ?? path}`;
    if (this.#taken.add(named)) {
      this.#taken.add(itself);
      return "first";
    }
    if (!this.#taken.has(itself)) throw taken(here.name, folded === undefined ? "tells" : "folds");
    return "again";
  }
}

/** No text begins with a `/`, so bytes are told from it. */
function spelled({ name, rawName }: SinkFile): string {
  return rawName === undefined ? name : `/${Buffer.from(rawName).toString("latin1")}`;
}

function taken(name: string, disk: "tells" | "folds"): Fault {
  const why = disk === "folds" ? "; this disk takes names for one that differ in case or Unicode form" : "";
  return new Fault("unsafe_name", `"${printable(name)}": another file of this server has this name here already${why}`);
}
