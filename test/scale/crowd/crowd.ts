import { isDeepStrictEqual } from "node:util";
import { resultsOf } from "../../pipes/results.ts";
import type { Bound } from "../bounds.ts";
import { costTable } from "../costTable.ts";
import { type MeasuredRun, measuredRun } from "../measuredRun.ts";
import { CrowdWorld } from "./crowdWorld.ts";

/** Connections to one server that are asked for: a listing's session comes on top in a pipe. */
const JOBS = 2;
/** A socket for control and one for data a connection, and the file that is written. */
const SOCKETS_PER_JOB = 2;
const FILES_PER_JOB = 3;
/** Node itself, the standard streams, the journal, the report's spool; and at the start the modules that Node reads at the same time. */
const FILES_BESIDE = 100;
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
  const bounds: Bound[] = [];
  const runs: Record<string, MeasuredRun> = {};
  const run = async (name: string, script: string): Promise<void> => {
    const measured = await measuredRun(world.shell, `${script} > ${name}.json`, signal);
    say(`${name}: ${measured.wall_s.toFixed(1)} s, exit codes ${measured.codes.join(" ")} ${measured.stderr}`);
    runs[name] = measured;
    const { wrong, surplus } = await world.faultsIn(name, signal);
    bounds.push(
      { what: `${name}: exit code`, measured: measured.code, must: "be", value: 1 },
      { what: `${name}: files missing or with other bytes`, measured: wrong, must: "be", value: 0 },
      { what: `${name}: files and folders that must not be there`, measured: surplus, must: "be", value: 0 },
      { what: `${name}: servers whose row is not the truth`, measured: untrue(world, name), must: "be", value: 0 },
    );
  };
  const all = `--servers ${servers}`;
  await run("pipe", `ftp-list cfg.yaml ${all} | ftp-fetch -j ${JOBS} ${all} --to pipe | ftp-report`);
  await run("one", `ftp-harvest cfg.yaml -j ${JOBS} ${all} --to one`);
  await run("few", `ulimit -n ${USUAL_OPEN_FILES}; ftp-harvest cfg.yaml -j ${JOBS} ${all} --to few`);
  say(`\n${costTable(runs)}`);
  return [...bounds, ...openBounds(servers, runs)].map((bound) => ({ ...bound, what: `${servers}: ${bound.what}` }));
}

function untrue(world: CrowdWorld, name: string): number {
  const results = resultsOf(world.shell.read(`${name}.json`));
  return [...world.fates.keys()].filter(
    (server) => !isDeepStrictEqual(results[server]?.slice(0, 2), world.rowOf(server)),
  ).length;
}

/** No more is open than the connections that were asked for, a file for each, and what a process has beside. */
function openBounds(servers: number, runs: Readonly<Record<string, MeasuredRun>>): Bound[] {
  return Object.entries(runs).flatMap(([name, { costs }]) =>
    costs.flatMap(({ command, mostSockets, mostDescriptors }): Bound[] => {
      const jobs = command === "ftp-report" ? 0 : servers * (command === "ftp-list" ? 1 : JOBS);
      const files = jobs * FILES_PER_JOB + FILES_BESIDE;
      return [
        {
          what: `${name}: most sockets of ${command}`,
          measured: mostSockets,
          must: "be at most",
          value: jobs * SOCKETS_PER_JOB + FILES_BESIDE,
        },
        {
          what: `${name}: most descriptors of ${command}`,
          measured: mostDescriptors,
          must: "be at most",
          value: name === "few" ? Math.min(files, USUAL_OPEN_FILES) : files,
        },
      ];
    }),
  );
}
