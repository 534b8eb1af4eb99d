import { createHash, type Hash } from "node:crypto";
import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { comparisonTable } from "../comparison.ts";
import { absentCommand, versionOf } from "../installedCommand.ts";
import { quoted } from "../measure/clientScript.ts";
import { megabytes, runClient } from "../measure/runClient.ts";
import { spreadOf } from "../measure/spread.ts";
import { removeTree } from "../removeTree.ts";
import { builtCommand } from "../rivals/harvestConfig.ts";
import { ownVersion } from "../rivals/ownVersion.ts";
import { demandRoom } from "../room.ts";
import { complaintsOf, interleaved, type Sample } from "../rounds.ts";
import type { Bench, Findings, Scenario } from "../scenario.ts";

const USUAL_RECORDS = 1_000_000;
const QUICK_RECORDS = 20_000;
const USUAL_ROUNDS = 5;
const QUICK_ROUNDS = 2;
const BYTES_PER_RECORD = 230;
const RECORDS_PER_WRITE = 10_000;

/** They take part in the order of the table's first round. */
const PASSERS: Readonly<Record<string, string>> = {
  "ftp-filter": `${builtCommand("ftp-filter")} --include '*.csv'`,
  "ftp-fetch": builtCommand("ftp-fetch"),
  jq: "jq -c .",
  cat: "cat",
};

/** Records of a type that no stage knows: what it costs to stand in a pipe and hand them on. */
export const foreign: Scenario = {
  name: "foreign",
  what: "a million records of an unknown type through one stage, from pipe to pipe, on one core",
  run: async (bench) => {
    const folder = join(bench.folder, "foreign");
    mkdirSync(folder);
    try {
      return await run(bench, folder);
    } finally {
      await removeTree(folder);
    }
  },
};

async function run(bench: Bench, folder: string): Promise<Findings> {
  const records = bench.files === undefined ? (bench.quick ? QUICK_RECORDS : USUAL_RECORDS) : bench.files * 1_000;
  const rounds = bench.rounds ?? (bench.quick ? QUICK_ROUNDS : USUAL_ROUNDS);
  demandRoom(folder, records * BYTES_PER_RECORD);
  const file = join(folder, "records.ndjson");
  const sum = writeRecords(file, records);
  const absentJq = absentCommand("jq", "jq");
  const names = Object.keys(PASSERS).filter((name) => name !== "jq" || absentJq === undefined);
  const sample = async (name: string, round: number): Promise<Sample> => {
    const taken = round === 0 ? { by: "sha256sum", must: `${sum}  -` } : { by: "wc -l", must: String(records) };
    const work = {
      commands: [`${onCore(0)}${PASSERS[name]} <&5`],
      atOnce: 1,
      feeder: `${onCore(1)}cat ${quoted(file)}`,
      taker: `${onCore(1)}grep -v '^{"type":"end"' | ${onCore(1)}${taken.by}`, // a stage adds an end of its own
    };
    const { cost, complaint, stdout } = await runClient(work, { folder, enter: [] }, bench.signal);
    bench.say(
      `${name} #${round + 1}: ${rate(records, cost.wall_s)} records/s, ${Math.round(megabytes(cost.peak_KiB))} MB`,
    );
    const differs = stdout.trim() === taken.must ? undefined : "what came out is not what went in";
    return { cost, complaint: complaint ?? differs };
  };
  const samples = await interleaved(names, rounds, sample);
  return {
    name: "foreign",
    title: foreign.what,
    manner: [`${rounds} rounds`, `${records} records`, pinning()],
    table: comparisonTable(samples, {
      ...{ what: "command", unit: "s", bases: ["jq"], memory: "shown" },
      more: [["records/s", (ofOne) => rate(records, spreadOf(ofOne.map(({ cost }) => cost.wall_s)).median)]],
    }),
    versions: { "ftp-harvest": ownVersion(), jq: absentJq === undefined ? versionOf("jq", ["--version"]) : "" },
    absent: absentJq === undefined ? [] : [absentJq],
    faults: complaintsOf(samples),
  };
}

/** Returns the sha256 of what it writes. */
function writeRecords(path: string, records: number): string {
  const hash = createHash("sha256");
  const file = openSync(path, "w");
  for (let first = 0; first < records; first += RECORDS_PER_WRITE) {
    writeSome(file, hash, first, Math.min(first + RECORDS_PER_WRITE, records));
  }
  closeSync(file);
  return hash.digest("hex");
}

function writeSome(file: number, hash: Hash, from: number, to: number): void {
  let text = "";
  for (let order = from; order < to; order++) text += `${JSON.stringify(record(order))}\n`;
  hash.update(text);
  writeSync(file, text);
}

/** About 200 bytes; as `jq -c` would write it, too. */
function record(order: number): object {
  return {
    type: "reading",
    station: `branch-${String(order % 997).padStart(4, "0")}`,
    sensor: { id: order % 31, kind: "temperature", unit: "°C" },
    at: new Date(1_700_000_000_000 + order * 1_000).toISOString(),
    value: (order % 4_000) / 8,
    quality: ["checked", "smoothed"],
    note: `line ${order} of the day, "as is"`,
  };
}

function canPin(): boolean {
  return availableParallelism() > 1 && absentCommand("taskset", "util-linux") === undefined;
}

/** What pins a command to a core, where that can be. */
function onCore(core: number): string {
  return canPin() ? `taskset -c ${core} ` : "";
}

function pinning(): string {
  return canPin()
    ? "the stage has a core, what feeds it and takes from it another one (`taskset`)"
    : "cores as they come";
}

function rate(records: number, wall_s: number): string {
  return Math.round(records / wall_s).toLocaleString("en-US");
}
