import { closeSync } from "node:fs";
import { isatty } from "node:tty";

const STANDARD_STREAMS = [0, 1, 2];

/**
 * In its last moment Node gives each terminal back as it was, and aborts where that fails (exit code 134): from a terminal that is lost
 * by then this process parts by itself.
 */
export function partFromLostTerminals(): void {
  const terminals = STANDARD_STREAMS.filter((fd) => isatty(fd));
  process.on("exit", () => {
    for (const fd of terminals) if (!isatty(fd)) closeSync(fd);
  });
}
