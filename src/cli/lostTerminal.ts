import { closeSync, fstatSync, statSync } from "node:fs";
import { isatty } from "node:tty";

const STANDARD_STREAMS = [0, 1, 2];

/**
 * In its last moment Node gives each terminal back as it was, and aborts where that fails (exit code 134): from a terminal that is lost
 * by then this process parts by itself.
 */
export function partFromLostTerminals(): void {
  const terminals = deviceStreams().filter((fd) => isatty(fd));
  process.on("exit", () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}

/** Those that may be terminals. Found out first: `isatty` brings all of `node:net` with it, 2 ms a start. */
function deviceStreams(): number[] {
  const streams = STANDARD_STREAMS.map((fd) => ({ fd, status: fstatSync(fd) }));
  // Looked at last: where that was a pipe, `import` and `realpath` of Node.js follow no links of folders they know (seen in 20.20).
  const nowhere = statSync("/dev/null", { throwIfNoEntry: false });
  return streams
    .filter(({ status }) => status.isCharacterDevice() && status.rdev !== nowhere?.rdev)
    .map(({ fd }) => fd);
}
