import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { thisProcess } from "../../src/records/processIdentity.ts";
import { exclusively } from "../../src/sink/mutex.ts";

/**
 * A process that counts a number in a file up under a mutex, so often, and often leaves the mutex as a process that died in the
 * middle does.
 */
const [mutex = "", counter = "", times = "0"] = process.argv.slice(2);

function leaveAsDead(at: number): void {
  const next = `${mutex}.${process.pid}`;
  symlinkSync(JSON.stringify({ ...thisProcess(), pid: 2 ** 31 - 1, id: `${at}${randomUUID()}` }), next);
  renameSync(next, mutex);
}

for (let at = 0; at < Number(times); ) {
  const turn = exclusively(mutex, () => {
    writeFileSync(counter, String(Number(readFileSync(counter, "utf8")) + 1));
    if (at % 2 === 0) leaveAsDead(at);
  });
  if (turn.had) at++;
}
