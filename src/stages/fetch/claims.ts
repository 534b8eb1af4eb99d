import { Fault } from "../../records/fault.ts";
import { printable } from "../../records/printable.ts";
import { LatestKeys } from "../latestKeys.ts";
import type { WantedFile } from "./wantedFile.ts";

/** Names that are kept in mind, in each of two generations: 8 MiB. */
const MOST_NAMES = 2 ** 19;

/**
 * Which files have which names here. A listing names each of a server's files differently, so there is nothing to keep in mind. From the first
 * one on that was given another name on its way (by `ftp-map`, say) two may have the same, and one would overwrite the other.
 */
export class Claims {
  #taken: LatestKeys | undefined;

  /** Gives a file its name. Throws a `Fault` where another file of its server has it; the same file may come again. */
  claim(key: string, file: WantedFile): void {
    if (this.#taken === undefined && !isRenamed(file)) return;
    this.#taken ??= new LatestKeys(MOST_NAMES);
    const { name, path, raw } = file;
    const itself = JSON.stringify([key, name, raw ?? path]);
    if (this.#taken.add(JSON.stringify([key, name]))) this.#taken.add(itself);
    else if (!this.#taken.has(itself)) throw taken(name);
  }
}

function isRenamed({ name, path }: WantedFile): boolean {
  return path !== name && !path.endsWith(`/${name}`);
}

function taken(name: string): Fault {
  return new Fault("unsafe_name", `"${printable(name)}": another file of this server has this name here already`);
}
