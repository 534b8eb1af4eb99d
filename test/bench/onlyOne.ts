import { createServer } from "node:net";

/** An abstract name (unix(7)): no file, free again as soon as the process that holds it has ended. */
const LOCK = "\0ftp-harvest-bench";

/** Takes what only one process of this machine (of its network namespace) can have. Returns whether it was free. */
export function takeLock(name = LOCK): Promise<boolean> {
  return new Promise((resolve) => {
    const lock = createServer((stranger) => stranger.destroy());
    lock.once("error", () => resolve(false));
    lock.listen(name, () => resolve(true));
    lock.unref();
  });
}
