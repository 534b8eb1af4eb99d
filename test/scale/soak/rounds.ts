import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ServerKind } from "../../servers/installed.ts";
import type { HarvesterProcess } from "./harvesterProcess.ts";
import { LEAVINGS, WAYS } from "./orders.ts";
import { runCommands } from "./runCommands.ts";
import { SOAK_KINDS, type SoakWorld } from "./soakWorld.ts";

/** What a soak's rounds have come to. */
export interface Tally {
  rounds: number;
  /** Of them: begun and left, and with a server that was down. */
  left: number;
  withDead: number;
  /** Pipes of commands, and `ftp-harvest`s. */
  commands: number;
  /** What was not as it must be: wrong results, missing files, other bytes. */
  readonly faults: string[];
}

const LEAVE_EVERY = 5;
const DEAD_EVERY = 7;
const COMMANDS_EVERY = 6;
/** A harvest is left after so many records at most; a whole one has some hundred. */
const MOST_TAKEN = 160;

/** One round: files change, then a harvest, or two where the first is left early or has a server that is down. */
export async function round(
  world: SoakWorld,
  harvester: HarvesterProcess,
  tally: Tally,
  signal: AbortSignal,
): Promise<void> {
  const number = ++tally.rounds;
  const to = join(world.folder, "harvested");
  world.changeFiles();
  if (number % LEAVE_EVERY === 0) {
    tally.left++;
    const how = LEAVINGS[(number / LEAVE_EVERY) % LEAVINGS.length] ?? "break";
    const after = 1 + ((number * 31) % MOST_TAKEN);
    const answer = await harvester.ask({ order: "leave", config: world.config, to, how, after }, signal);
    if (answer.done === "error") tally.faults.push(`round ${number}, ${how}: ${answer.message}`);
  }
  const dead = number % DEAD_EVERY === 0 ? SOAK_KINDS[(number / DEAD_EVERY) % SOAK_KINDS.length] : undefined;
  if (dead !== undefined) {
    tally.withDead++;
    await world.down(dead);
    await harvestOnce(world, harvester, tally, dead, signal);
    await world.up(dead);
  }
  await harvestOnce(world, harvester, tally, undefined, signal);
  if (number % COMMANDS_EVERY === 0) {
    tally.commands++;
    tally.faults.push(...(await runCommands(world, tally.commands, signal)));
  }
}

/** A harvest to its end: only a dead server has failed, and all others' files are here. */
async function harvestOnce(
  world: SoakWorld,
  harvester: HarvesterProcess,
  tally: Tally,
  dead: ServerKind | undefined,
  signal: AbortSignal,
): Promise<void> {
  const to = join(world.folder, "harvested");
  const way = WAYS[tally.rounds % WAYS.length] ?? "openHarvest";
  const answer = await harvester.ask({ order: "harvest", config: world.config, to, way }, signal);
  const results = Object.fromEntries(SOAK_KINDS.map((kind) => [kind, kind === dead ? 1 : 0]));
  const code = dead === undefined ? 0 : 1;
  if (answer.done !== "harvest" || answer.code !== code || !isDeepStrictEqual(answer.results, results)) {
    tally.faults.push(`round ${tally.rounds}, ${way}, ${dead ?? "none"} down: ${JSON.stringify(answer)}`);
  }
  tally.faults.push(...world.faultsOf(to).map((fault) => `round ${tally.rounds}, ${way}: ${fault}`));
}
