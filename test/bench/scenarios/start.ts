import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { comparisonTable } from "../comparison.ts";
import { commandOf } from "../measure/clientScript.ts";
import { runClient } from "../measure/runClient.ts";
import { removeTree } from "../removeTree.ts";
import { builtCommand } from "../rivals/harvestConfig.ts";
import { ownVersion } from "../rivals/ownVersion.ts";
import { complaintsOf, interleaved, type Sample } from "../rounds.ts";
import type { Findings, Scenario } from "../scenario.ts";

const USUAL_ROUNDS = 20;
const QUICK_ROUNDS = 3;
const EMPTY = "empty node";

/** What a command takes before it does anything. */
export const start: Scenario = {
  name: "start",
  what: "`--help` of each command, beside a Node that runs an empty file",
  async run({ folder: parent, quick, rounds: wanted, signal, say }): Promise<Findings> {
    const rounds = wanted ?? (quick ? QUICK_ROUNDS : USUAL_ROUNDS);
    const folder = join(parent, "start");
    mkdirSync(folder);
    const commands = startingCommands(folder);
    const sample = async (name: string): Promise<Sample> => {
      const work = { commands: [`${commands.get(name)} > /dev/null`], atOnce: 1 };
      return runClient(work, { folder, enter: [] }, signal);
    };
    try {
      const samples = await interleaved([...commands.keys()], rounds, sample);
      say(`${commands.size} commands, ${rounds} times each`);
      return {
        name: "start",
        title: start.what,
        manner: [`${rounds} rounds`],
        table: comparisonTable(samples, { what: "command", unit: "ms", bases: [EMPTY], memory: "left out" }),
        versions: { "ftp-harvest": ownVersion() },
        absent: [],
        faults: complaintsOf(samples),
      };
    } finally {
      await removeTree(folder);
    }
  },
};

/** Commands by the names that they have in the table. */
function startingCommands(folder: string): ReadonlyMap<string, string> {
  const empty = join(folder, "empty.js");
  writeFileSync(empty, "");
  const { bin } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const ours = Object.keys(bin).map((name): [string, string] => [name, `${builtCommand(name)} --help`]);
  return new Map([[EMPTY, commandOf([process.execPath, empty])], ...ours]);
}
