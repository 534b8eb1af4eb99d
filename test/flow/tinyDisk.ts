import { execFileSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own that is full soon. */
export interface TinyDisk extends Disposable {
  readonly folder: string;
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
    makeReadOnly: () => void execFileSync("mount", ["-o", "remount,ro", folder]),
    [Symbol.dispose]() {
      execFileSync("umount", [folder]);
      rmdirSync(folder);
    },
  };
}
