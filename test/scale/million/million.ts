import { resultsOf } from "../../pipes/results.ts";
import type { Bound } from "../bounds.ts";
import { costTable } from "../costTable.ts";
import { grouped } from "../markdown.ts";
import { type MeasuredRun, measuredRun } from "../measuredRun.ts";
import { memoryBounds, openBounds, SMALL_HEAP_MB } from "./costBounds.ts";
import { MillionWorld } from "./millionWorld.ts";
import type { TreeFaults } from "./wideTree.ts";

type Say = (line: string) => void;

/** As many files through the pipe of commands, through one process, and once more, in a small heap, when nothing has changed. */
export async function million(files: number, signal: AbortSignal, say: Say): Promise<Bound[]> {
  await using world = new MillionWorld(files);
  await world.open(signal);
  say(`${grouped(files)} files on ${world.trees.size} servers (vsftpd); a tenth: ${grouped(world.filesOfTenth)} on 9`);
  const bounds: Bound[] = [];
  const runs: Record<string, MeasuredRun> = {};
  const run = async (name: string, script: string): Promise<MeasuredRun> => {
    const measured = await measuredRun(world.shell, `${script} > ${name}.json`, signal);
    runs[name] = measured;
    say(`${name}: ${measured.wall_s.toFixed(1)} s, exit codes ${measured.codes.join(" ")} ${measured.stderr}`);
    bounds.push({ what: `${name}: exit code`, measured: measured.code, must: "be", value: 0 });
    return measured;
  };
  const came = (name: string, faults: TreeFaults, files: number): void => {
    bounds.push(...faultBounds(name, faults), ...reportBounds(name, world, files));
  };

  const tenth = await run("tenth", "ftp-list tenth.yaml | ftp-fetch --to tenth | ftp-report");
  came("tenth", await world.faultsInTenth("tenth", signal), world.filesOfTenth);
  await world.remove("tenth");
  const tenthInOne = await run("tenth-one", "ftp-harvest tenth.yaml --to tenth");
  came("tenth-one", await world.faultsInTenth("tenth", signal), world.filesOfTenth);
  await world.remove("tenth");

  const pipe = await run("pipe", "ftp-list cfg.yaml | ftp-fetch | ftp-report");
  came("pipe", await world.faultsIn("buffer", signal), files);
  await world.remove("buffer");
  const one = await run("one", "ftp-harvest cfg.yaml");
  came("one", await world.faultsIn("buffer", signal), files);
  // Nothing is fetched, so that no server's row has a file.
  const smallHeap = `node --max-old-space-size=${SMALL_HEAP_MB} "$(readlink -f bin/ftp-harvest)"`;
  const again = await run("again", `${smallHeap} cfg.yaml`);
  came("again", await world.faultsIn("buffer", signal), 0);

  say(`\n${costTable(runs)}\n`);
  bounds.push(...memoryBounds("pipe", pipe, tenth), ...memoryBounds("one", one, tenthInOne));
  bounds.push(...memoryBounds("again", again, tenthInOne), ...openBounds(runs));
  return bounds;
}

function faultBounds(name: string, { wrong, surplus }: TreeFaults): Bound[] {
  return [
    { what: `${name}: files missing or with other bytes`, measured: wrong, must: "be", value: 0 },
    { what: `${name}: files and folders that must not be there`, measured: surplus, must: "be", value: 0 },
  ];
}

/** The report has all files, each of them named, and no server has failed. */
function reportBounds(name: string, world: MillionWorld, files: number): Bound[] {
  const rows = Object.values(resultsOf(world.shell.read(`${name}.json`)));
  const sum = (one: (row: (typeof rows)[number]) => number): number => rows.reduce((all, row) => all + one(row), 0);
  return [
    { what: `${name}: servers with result 1`, measured: sum(([result]) => result), must: "be", value: 0 },
    { what: `${name}: files counted in the report`, measured: sum(([, count]) => count), must: "be", value: files },
    { what: `${name}: files named in the report`, measured: sum((row) => row[3].length), must: "be", value: files },
  ];
}
