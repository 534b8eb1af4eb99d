import { fsync } from "node:fs";
import { open } from "node:fs/promises";
import { promisify } from "node:util";
import { errorCode } from "../records/errorCode.ts";

const fsyncLater = promisify(fsync);

/**
 * Brings files and their names onto the disk: a file that is there is of no use after a power cut if its folder does not know it. Folders
 * that were made are told, for those above them must know them, too.
 */
export class Durability {
  /** Objects, so that one that is told again while it is being seen to is not taken for done. */
  readonly #changed = new Set<{ readonly folder: string | Buffer }>();

  /** All that was written to a file. Rejects with the system's error. */
  bytes(fd: number): Promise<void> {
    return fsyncLater(fd);
  }

  /** A folder has got a new folder in it. */
  changed(folder: string | Buffer): void {
    this.#changed.add({ folder });
  }

  /** All that was told so far, and this folder. Rejects with the system's error. */
  async names(folder: string | Buffer): Promise<void> {
    const changed = [...this.#changed];
    // Two files may see to the same one: each must know that it is done.
    await Promise.all([{ folder }, ...changed].map((one) => settleOne(one.folder)));
    for (const one of changed) this.#changed.delete(one);
  }
}

async function settleOne(folder: string | Buffer): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    // Windows, and network disks that see to it themselves.
    if (!["EPERM", "EISDIR", "EINVAL", "ENOTSUP", "EOPNOTSUPP"].includes(errorCode(error))) throw error;
  }
}
