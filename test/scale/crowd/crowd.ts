import { isDeepStrictEqual } from "node:util";
import { serversThatFit } from "../../../src/cli/openFiles.ts";
import { resultsOf } from "../../pipes/results.ts";
import type { Bound } from "../bounds.ts";
import { costTable } from "../costTable.ts";
import { type MeasuredRun, measuredRun } from "../measuredRun.ts";
import { CrowdWorld } from "./crowdWorld.ts";
import { sessionBounds } from "./sessionBounds.ts";

/** Connections to one server that are asked for: a listing's session comes on top in a pipe. */
const JOBS = 2;
/** As a log-in on most systems has. */
const USUAL_OPEN_FILES = 1024;

/** Harvests all servers of a crowd at the same time, by a pipe and in one process, and with few open files allowed. */
export async function crowd(
  servers: number,
  seed: string,
  signal: AbortSignal,
  say: (line: string) => void,
): Promise<Bound[]> {
  await using world = new CrowdWorld(servers, seed);
  await world.open(signal);
  say(`\n${servers} servers, seed ${seed}: ${world.census}`);
  const all = `--servers ${servers}`;
  const fewer = Math.min(servers, serversThatFit(`Max open files ${USUAL_OPEN_FILES}`));
  const ways = [
    { name: "pipe", script: `ftp-list cfg.yaml ${all} | ftp-fetch -j ${JOBS} ${all} --to pipe | ftp-report`, servers },
    { name: "one", script: `ftp-harvest cfg.yaml -j ${JOBS} ${all} --to one`, servers },
    {
      name: "few",
      script: `ulimit -n ${USUAL_OPEN_FILES}; ftp-harvest cfg.yaml -j ${JOBS} ${all} --to few`,
      servers: fewer,
    },
  ];
  const [truths, bounds]: [Bound[], Bound[]] = [[], []];
  const runs: Record<string, MeasuredRun> = {};
  for (const { name, script, servers } of ways) {
    const run = await measuredRun(world.shell, `${script} > ${name}.json`, signal);
    runs[name] = run;
    say(`${name}: ${run.wall_s.toFixed(1)} s, exit codes ${run.codes.join(" ")} ${run.stderr}`);
    truths.push(...(await truthBounds(name, run, world, signal)));
    bounds.push(...sessionBounds(name, run.costs, { servers, jobs: JOBS }));
  }
  say(`\n${costTable(runs)}`);
  return [...truths, ...bounds].map((bound) => ({ ...bound, what: `${servers}: ${bound.what}` }));
}

/** All files of all servers that can be reached are here, and the report says of each server what is so. */
async function truthBounds(name: string, run: MeasuredRun, world: CrowdWorld, signal: AbortSignal): Promise<Bound[]> {
  const { wrong, surplus } = await world.faultsIn(name, signal);
  return [
    { what: `${name}: exit code`, measured: run.code, must: "be", value: 1 },
    { what: `${name}: files missing or with other bytes`, measured: wrong, must: "be", value: 0 },
    { what: `${name}: files and folders that must not be there`, measured: surplus, must: "be", value: 0 },
    { what: `${name}: servers whose row is not the truth`, measured: untrue(world, name), must: "be", value: 0 },
  ];
}

function untrue(world: CrowdWorld, name: string): number {
  const results = resultsOf(world.shell.read(`${name}.json`));
  return [...world.fates.keys()].filter(
    (server) => !isDeepStrictEqual(results[server]?.slice(0, 2), world.rowOf(server)),
  ).length;
}
