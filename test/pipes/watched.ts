import { setTimeout as wait } from "node:timers/promises";
import type { Shell } from "./shell.ts";

/** A command of a pipe whose process id is in a file before it begins, so that a test can kill it. */
export function watched(command: string, args = ""): string {
  return `(echo $BASHPID > ${command}.pid; exec ${command} ${args})`;
}

/** Kills a watched command with -9, as soon as it is there. */
export async function killWatched(shell: Shell, command: string): Promise<void> {
  const file = `${command}.pid`;
  for (;;) {
    const pid = shell.has(file) ? Number(shell.read(file)) : 0;
    if (pid > 0) return void process.kill(pid, "SIGKILL");
    await wait(2);
  }
}
