import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that is full soon. */
export interface TinyDisk extends Disposable {
  readonly folder: string;
  /** Bytes that are taken, in whole pages. */
  used(): number;
  /** Gives it another size in bytes, of no less than is used; full at once where it is the same. */
  resize(bytes: number): void;
  /** From now on it takes nothing. */
  makeReadOnly(): void;
}

/** Undefined where this user may not mount anything. */
export function tinyDisk(bytes: number): TinyDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "fh-tinydisk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    used: () => {
      const { blocks, bfree, bsize } = statfsSync(folder);
      return (blocks - bfree) * bsize;
    },
    resize: (bytes) => void execFileSync("mount", ["-o", `remount,size=${bytes}`, folder]),
    makeReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", folder]),
    [Symbol.dispose]() {
      execFileSync("umount", [folder]);
      rmdirSync(folder);
    },
  };
}
