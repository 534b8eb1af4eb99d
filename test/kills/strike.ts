import { setTimeout as wait } from "node:timers/promises";
import type { Running } from "../pipes/shell.ts";
import { isRunning } from "../servers/processFamily.ts";
import type { RealServer } from "../servers/realServer.ts";
import { pidOf } from "./harvest.ts";
import { untilMoment, type Whole } from "./moment.ts";
import type { Blow, Victim } from "./round.ts";
import type { Site } from "./site.ts";

const LOOK_AGAIN_MS = 2;

export interface Struck {
  readonly site: Site;
  readonly harvest: Running;
  /** The first of the configuration. */
  readonly server: RealServer;
  readonly whole: Whole;
  /** Aborted when the harvest has ended. */
  readonly over: AbortSignal;
}

/** Lets a blow fall on a harvest. False where it was over before. A full disk is there from the beginning. */
export async function strike(blow: Blow, struck: Struck): Promise<boolean> {
  if (blow.kind === "disk") return true;
  await untilMoment(blow.moment, struck.site, struck.whole, struck.over);
  if (struck.over.aborted) return false;
  switch (blow.kind) {
    case "kill":
    case "term": {
      const hit = await send(blow.name, blow.victim, struck);
      if (hit && blow.again_ms !== null) {
        await wait(blow.again_ms);
        await send(blow.name, blow.victim, struck);
      }
      return hit;
    }
    case "restart":
      await struck.server.restart(() => wait(blow.down_ms));
      return true;
    case "stall":
      await struck.server.freeze(wait(blow.frozen_ms));
      return true;
  }
}

async function send(name: NodeJS.Signals, victim: Victim, { site, harvest, over }: Struck): Promise<boolean> {
  if (victim === "all") {
    harvest.signal(name);
    return true;
  }
  // It may not have begun: `ftp-exec` starts its program with the first record.
  for (; !over.aborted; await wait(LOOK_AGAIN_MS)) {
    const pid = pidOf(site.shell, victim);
    if (pid !== undefined) return sent(pid, name);
  }
  return false;
}

/** False where the process is gone. */
function sent(pid: number, name: NodeJS.Signals): boolean {
  if (!isRunning(pid)) return false;
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false; // it ended between the look and the signal
  }
}
