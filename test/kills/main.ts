import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { runProgram, WrongUsage, wholeNumber } from "../program.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { drawRound } from "./drawRound.ts";
import { playRound } from "./playRound.ts";
import { BLOW_KINDS, type BlowKind } from "./round.ts";
import { Summary } from "./summary.ts";
import { startWorld } from "./world.ts";

const USAGE = `npm run test:kills -- [OPTION…]: harvests real servers, strikes at random moments, and looks at what a clean run makes of it.

  --rounds N [--seed S]   so many, from this seed on
  --server KIND           ${SERVER_KINDS.join(", ")} or all
  --kind KIND             ${BLOW_KINDS.join(", ")} or all
  --files N               plain files on each server

Ctrl-C ends it behind the round that is being played, however often it comes: what is mounted must be unmounted.`;

/** As a shell tells of a command that Ctrl-C has ended. */
const INTERRUPTED = 130;
const TOLD_EACH = 20;
const MOST_SEEDS = 2 ** 31;

interface Asked {
  readonly servers: readonly ServerKind[];
  readonly kinds: readonly BlowKind[];
  /** Seeds, one a round. */
  readonly first: number;
  readonly rounds: number;
  readonly files: number;
  /** What plays one of the rounds once more, but its seed. */
  readonly flags: string;
}

/** Throws a `WrongUsage`, or an error of `parseArgs`. */
function asked(): Asked {
  const { seed, rounds, files, server, kind } = parseArgs({
    options: {
      rounds: { type: "string", default: "200" },
      seed: { type: "string" },
      files: { type: "string", default: "200" },
      server: { type: "string", default: "all" },
      kind: { type: "string", default: "all" },
    },
  }).values;
  return {
    servers: chosen("server", server, SERVER_KINDS),
    kinds: chosen("kind", kind, BLOW_KINDS),
    first: seed === undefined ? randomInt(MOST_SEEDS) : wholeNumber("seed", seed),
    rounds: wholeNumber("rounds", rounds, 1),
    files: wholeNumber("files", files),
    flags: `--server ${server} --kind ${kind} --files ${files}`,
  };
}

async function main(): Promise<number> {
  const { servers, kinds, first, rounds, files, flags } = asked();
  const summary = new Summary();
  let broken = 0;
  let played = 0;
  const ending = endingBehindTheRound();
  await using world = await startWorld(servers, files);
  console.log(`${rounds} rounds from seed ${first}, ${world.files} files on each server`);
  for (let seed = first; !ending.aborted && seed < first + rounds; seed++) {
    const round = drawRound(seed, servers, kinds);
    played++;
    try {
      summary.add(round.servers, await playRound(round, world));
    } catch (error) {
      broken++;
      console.log(`seed ${seed}: ${error instanceof Error ? error.message : error}`);
      console.log(`  the round: ${JSON.stringify(round)}`);
      console.log(`  again: npm run test:kills -- --rounds 1 --seed ${seed} ${flags}`);
    }
    if (played % TOLD_EACH === 0) console.log(`${played} rounds played`);
  }
  console.log(`\n${summary}\n${played - broken} of ${played} rounds held`);
  if (ending.aborted) return INTERRUPTED;
  return broken === 0 ? 0 : 1;
}

function endingBehindTheRound(): AbortSignal {
  const ending = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());
  ending.signal.addEventListener("abort", () => console.log("ends behind this round"));
  return ending.signal;
}

function chosen<T extends string>(option: string, value: string, all: readonly T[]): readonly T[] {
  const found = value === "all" ? all : all.filter((one) => one === value);
  if (found.length === 0) throw new WrongUsage(`--${option} ${value}: it is one of ${all.join(", ")}, all`);
  return found;
}

await runProgram(USAGE, main);
