import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** `rm` does it without holding the event loop. */
export async function removeTree(path: string): Promise<void> {
  await promisify(execFile)("rm", ["-rf", path]);
}
