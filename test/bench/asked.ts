import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseArgs } from "node:util";
import { WrongUsage, wholeNumber } from "../program.ts";
import { SERVER_KINDS, type ServerKind } from "../servers/installed.ts";
import { ALL_RIVALS } from "./rivals.ts";
import type { Scenario } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

const WIDTH = Math.max(...SCENARIOS.map(({ name }) => name.length));

export const USAGE = `npm run bench -- [SCENARIO…] [OPTION…]: what this toolkit costs beside its rivals. All scenarios unless some are named.

${SCENARIOS.map(({ name, what }) => `  ${name.padEnd(WIDTH)}  ${what}`).join("\n")}

  --rounds N      runs of each client, interleaved
  --rivals a,b    only these: ${ALL_RIVALS.map(({ name }) => name).join(", ")}
  --files N       files of each server, or records in thousands of \`foreign\`
  --kind KIND     of the servers: ${SERVER_KINDS.join(", ")}
  --quick         small numbers, to see that all works; nothing is written down
  --out FILE      where to write results down, instead of test/bench/RESULTS.md

Exit code 1: a client failed or did not bring all; 3: a scenario was skipped, because this machine lacks what it needs.`;

/** What the command line wants. */
export interface Asked {
  readonly scenarios: readonly Scenario[];
  readonly rounds: number | undefined;
  readonly rivals: readonly string[] | undefined;
  readonly files: number | undefined;
  readonly kind: ServerKind;
  readonly quick: boolean;
  /** undefined: results are not written down unless they are whole. */
  readonly out: string | undefined;
  /** It has a network of its own already. */
  readonly inside: boolean;
}

/** Throws a `WrongUsage`, or an error of `parseArgs`. */
export function asked(args: readonly string[]): Asked {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: "string" },
      rivals: { type: "string" },
      files: { type: "string" },
      kind: { type: "string", default: "vsftpd" },
      quick: { type: "boolean", default: false },
      out: { type: "string" },
      inside: { type: "boolean", default: false },
    },
  });
  return {
    scenarios: positionals.length === 0 ? SCENARIOS : positionals.map(scenarioOf),
    rounds: values.rounds === undefined ? undefined : wholeNumber("rounds", values.rounds, 1),
    rivals: values.rivals?.split(",").map(rivalOf),
    files: values.files === undefined ? undefined : wholeNumber("files", values.files, 1),
    kind: kindOf(values.kind),
    ...{ quick: values.quick, out: outFile(values.out), inside: values.inside },
  };
}

/** Found wrong before anything was measured. */
function outFile(file: string | undefined): string | undefined {
  if (file === undefined || existsSync(dirname(resolve(file)))) return file;
  throw new WrongUsage(`--out ${file}: there is no such folder`);
}

function scenarioOf(word: string): Scenario {
  const found = SCENARIOS.find(({ name }) => name === word);
  if (found === undefined)
    throw new WrongUsage(`no scenario ${word}: there are ${SCENARIOS.map(({ name }) => name).join(", ")}`);
  return found;
}

function rivalOf(word: string): string {
  if (ALL_RIVALS.some(({ name }) => name === word)) return word;
  throw new WrongUsage(`--rivals ${word}: there are ${ALL_RIVALS.map(({ name }) => name).join(", ")}`);
}

function kindOf(word: string): ServerKind {
  const found = SERVER_KINDS.find((kind) => kind === word);
  if (found === undefined) throw new WrongUsage(`--kind ${word}: there are ${SERVER_KINDS.join(", ")}`);
  return found;
}
