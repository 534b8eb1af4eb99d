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
  // No pipe may be the last that is looked at: `import()` would then take a linked package for another one than its real folder
  // (Node.js 20.20: `realpath` reads its answer from where `fstat` left one).
  const nowhere = statSync("/dev/null", { throwIfNoEntry: false });
  return streams
    .filter(({ status }) => status.isCharacterDevice() && status.rdev !== nowhere?.rdev)
    .map(({ fd }) => fd);
}
