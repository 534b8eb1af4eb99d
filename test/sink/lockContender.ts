import { readdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lives, thisProcess } from "../../src/records/processIdentity.ts";
import { takeLock } from "../../src/sink/lock.ts";

/**
 * A process that takes and releases the lock over and over, each time for one of several runs, and looks whether a living process
 * of another run holds it at the same time. Says `together RUN OTHER` if so, `over` at its orderly end. With 0 rounds: takes it
 * once, says `held`, and keeps it until its stdin ends.
 */
const [bufferPath = "", inside = "", rounds = "0", runs = ""] = process.argv.slice(2);
const names = runs.split(",");

function intruders(run: string): string[] {
  return readdirSync(inside).filter((name) => {
    try {
      const [other, identity] = JSON.parse(readFileSync(join(inside, name), "utf8"));
      return other !== run && lives(identity) === "alive";
    } catch {
      // Left, or killed while it was writing.
      return false;
    }
  });
}

async function round(at: number): Promise<void> {
  const run = names[(at + process.pid) % names.length] ?? "";
  const lock = await takeLock({ bufferPath, server: "s1", run, waitMs: 600_000 });
  const marker = join(inside, `${process.pid}-${run}`);
  writeFileSync(marker, JSON.stringify([run, thisProcess()]));
  for (const other of intruders(run)) console.log(`together ${run} ${other}`);
  if (at % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
  unlinkSync(marker);
  lock.release();
}

if (rounds === "0") {
  await takeLock({ bufferPath, server: "s1", run: names[0] ?? "" });
  console.log("held");
  for await (const _ of process.stdin);
} else {
  for (let at = 0; at < Number(rounds); at++) await round(at);
  console.log("over");
}
