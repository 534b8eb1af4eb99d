import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { errorCode } from "./errorCode.ts";

/**
 * Makes a folder and those above it that are missing; one that is there is left as it is. Throws as `mkdirSync` does.
 *
 * Node's own recursive mkdir (20 and later) never returns where a folder can't be made although the one above it is there, such as
 * below /proc: it takes that ENOENT for one more missing folder.
 */
export function makeFolder(path: string, mode = 0o777): void {
  try {
    makeOne(path, mode);
  } catch (error) {
    const above = dirname(path);
    if (errorCode(error) !== "ENOENT" || above === path) throw error;
    makeFolder(above, mode);
    makeOne(path, mode);
  }
}

/** Another process may have made it before. */
function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !statSync(path).isDirectory()) throw error;
  }
}
