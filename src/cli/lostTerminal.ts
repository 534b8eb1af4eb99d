import { closeSync, fstatSync, statSync } from "node:fs";
import { isatty } from "node:tty";

const STANDARD_STREAMS = [0, 1, 2];

/**
 * In its last moment Node gives each terminal back as it was, and aborts where that fails (exit code 134): from a terminal that is lost
 * by then this process parts by itself.
 */
export function partFromLostTerminals(): void {
  const terminals = STANDARD_STREAMS.filter((fd) => mayBeTerminal(fd) && isatty(fd));
  process.on("exit", () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}

/** Asked first: `isatty` brings all of `node:net` with it, 2 ms a start. */
function mayBeTerminal(fd: number): boolean {
  const status = fstatSync(fd);
  return status.isCharacterDevice() && status.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}
