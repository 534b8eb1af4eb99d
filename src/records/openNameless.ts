import { closeSync, openSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/**
 * Opens a new file to write and to read back, for this user only. Its name is taken away at once: the system frees it however this
 * process ends. Throws what the system says. Returns the file descriptor.
 *
 * @param folder is there; others may write into it, such as /tmp
 */
export function openNameless(folder: string): number {
  const path = join(folder, `ftp-harvest-${crypto.randomUUID()}`);
  // Fails where something of that name is there, be it a link.
  const fd = openSync(path, "wx+", 0o600);
  try {
    unlinkSync(path);
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}
