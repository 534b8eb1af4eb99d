import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { SERVER_KINDS } from "../servers/installed.ts";
import { drawRound } from "./drawRound.ts";
import { playRound } from "./playRound.ts";
import { BLOW_KINDS } from "./round.ts";
import { Summary } from "./summary.ts";
import { startWorld } from "./world.ts";

/**
 * `npm run test:kills`: as many rounds as asked for, each from a seed of its own. Ctrl-C ends it behind the round that is being played, however
 * often it comes: what is mounted must be unmounted.
 */

const TOLD_EACH = 20;
const MOST_SEEDS = 2 ** 31;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "200" },
    seed: { type: "string" },
    files: { type: "string", default: "200" },
    server: { type: "string", default: "all" },
    kind: { type: "string", default: "all" },
  },
});

const servers = chosen("server", values.server, SERVER_KINDS);
const kinds = chosen("kind", values.kind, BLOW_KINDS);
const first = values.seed === undefined ? randomInt(MOST_SEEDS) : count("seed", values.seed);
const rounds = count("rounds", values.rounds);
const summary = new Summary();
let broken = 0;
let played = 0;
const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, () => ending.abort());
ending.signal.addEventListener("abort", () => console.log("ends behind this round"));

await using world = await startWorld(servers, count("files", values.files));
console.log(`${rounds} rounds from seed ${first}, ${world.files} files on each server`);
for (let seed = first; !ending.signal.aborted && seed < first + rounds; seed++) {
  const round = drawRound(seed, servers, kinds);
  played++;
  try {
    summary.add(round.servers, await playRound(round, world));
  } catch (error) {
    broken++;
    console.log(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
    console.log(`  the round: ${JSON.stringify(round)}`);
    const { server, kind, files } = values;
    const again = `--rounds 1 --seed ${seed} --server ${server} --kind ${kind} --files ${files}`;
    console.log(`  again: npm run test:kills -- ${again}`);
  }
  if (played % TOLD_EACH === 0) console.log(`${played} rounds played`);
}
console.log(`\n${summary}\n${played - broken} of ${played} rounds held`);
process.exitCode = broken === 0 ? 0 : 1;

function chosen<T extends string>(option: string, value: string, all: readonly T[]): readonly T[] {
  const found = value === "all" ? all : all.filter((one) => one === value);
  if (found.length === 0) throw new Error(`--${option} is one of ${all.join(", ")}, all`);
  return found;
}

function count(option: string, value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`--${option} is a whole number`);
  return number;
}
