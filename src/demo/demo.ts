import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Branches, startBranches } from "./branches.ts";
import { type PipeEnd, runPipe } from "./childPipe.ts";
import { differences } from "./resultCheck.ts";

export type DemoCommand = "ftp-list" | "ftp-fetch" | "ftp-report";

/** All that the demo needs of the world. */
export interface DemoOptions {
  /** Absolute path of an empty folder of its own. It stays, for a look at what came. */
  readonly folder: string;
  /** Program and first arguments of a command, such as `["/usr/bin/node", "/…/bin/ftp-list.js"]`. */
  readonly commands: (name: DemoCommand) => readonly string[];
  /** Takes whole lines, each with its line end. */
  readonly print: (text: string) => void;
  /** The environment that the commands get. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends commands and servers. */
  readonly signal: AbortSignal;
  /** Whether the servers go on, when the story is told, until `signal` is aborted. */
  readonly keep?: boolean;
}

/** The harvest takes a few seconds; a demo that hangs must not hang for ever. */
const DEADLINE_MS = 120_000;

const JOBS = "5";

/** What goes through the pipe is saved under this name. */
const STREAM = "harvest.ndjson";

/**
 * The toolkit's story: ten servers, one that refuses the log-in, one that is down; the three commands as a pipe of real
 * processes; then a look at whether each byte came. Returns 0 when eight servers are whole and two failed as staged, else 1,
 * also when `signal` ended it.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const { folder, print, signal } = options;
  const branches = await startBranches(folder);
  try {
    print(opening(branches));
    const wrong = await told(options, branches);
    if (signal.aborted) return 1;
    print(wrong.length === 0 ? verdict(branches) : complaint(wrong));
    print(options.keep === true ? nextStepsLive(folder) : nextSteps(folder));
    if (options.keep === true) await abortOf(signal);
    return wrong.length === 0 ? 0 : 1;
  } finally {
    await branches.stop();
  }
}

/** Harvests, shows the table, and returns what is not as staged. */
async function told(options: DemoOptions, branches: Branches): Promise<string[]> {
  const over = new AbortController();
  // Not `AbortSignal.timeout`: Node 20 collects one that only `any` follows as garbage, and it never comes.
  const timer = setTimeout(() => over.abort(), DEADLINE_MS);
  const signal = AbortSignal.any([options.signal, over.signal]);
  try {
    const table = await harvest(options, branches, signal);
    options.print(`${table.output}\n`);
    const again = await reportAgain(options, signal);
    const stream = await readFile(join(options.folder, STREAM), "utf8");
    return await differences(branches, { code: table.codes.at(-1), resultSet: again.output, stream });
  } catch (error) {
    if (signal.aborted) return [`The harvest was not over after ${DEADLINE_MS / 1000} s.`];
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function harvest(options: DemoOptions, { config }: Branches, signal: AbortSignal): Promise<PipeEnd> {
  const { folder, commands } = options;
  const list = [...commands("ftp-list"), config];
  const fetch = [...commands("ftp-fetch"), "-j", JOBS];
  const report = [...commands("ftp-report"), "--format", "table"];
  return runPipe({
    ...surroundings(options),
    signal,
    commands: [{ argv: list }, { argv: fetch }, { argv: report, tee: join(folder, STREAM) }],
  });
}

/** A saved stream is as good as the pipe that it came from: the same report, as JSON. */
async function reportAgain(options: DemoOptions, signal: AbortSignal): Promise<PipeEnd> {
  const argv = [...options.commands("ftp-report"), "--format", "json"];
  const saved = await open(join(options.folder, STREAM));
  try {
    return await runPipe({ ...surroundings(options), signal, input: saved.fd, commands: [{ argv }] });
  } finally {
    await saved.close();
  }
}

/** The journals of the demo's commands stay in the demo's folder. */
function surroundings({ folder, env }: DemoOptions) {
  return { cwd: folder, env: { ...env, FTP_HARVEST_STATE: join(folder, "state") } };
}

function abortOf(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

function opening({ config, expected }: Branches): string {
  const count = expected.whole.length + expected.failed.length;
  return lines(
    `${count} FTP servers of branch offices run on this machine now. One refuses our password, one is down.`,
    `They are described in ${config}; this pipe fetches all that they have:`,
    "",
    `  ftp-list cfg.yaml | ftp-fetch -j ${JOBS} | tee ${STREAM} | ftp-report --format table`,
    "",
  );
}

function verdict({ buffer, expected }: Branches): string {
  const failed = expected.failed.map(({ server, code }) => `${server} (${code})`).join(" and ");
  return lines(
    `As staged: ${expected.whole.length} servers are whole, their ${expected.files} files compared byte by byte in ${buffer};`,
    `${failed} failed and are in the report, so ftp-report's exit code is 1.`,
    "",
  );
}

function complaint(wrong: readonly string[]): string {
  return lines("This is not what was staged:", ...wrong.map((difference) => `  ${difference}`), "");
}

function nextSteps(folder: string): string {
  return lines(
    "What to try next (in a checkout with npx in front):",
    `  ls -R ${join(folder, "buffer")}`,
    `  ftp-report --format csv < ${join(folder, STREAM)}      the same harvest, told differently`,
    "  ftp-harvest demo --keep      leaves the servers running: edit cfg.yaml, put ftp-filter into the pipe",
    "  ftp-harvest schema           the JSON Schema of cfg.yaml, for your editor",
    `All of this demo is in ${folder}, yours to delete.`,
  );
}

function nextStepsLive(folder: string): string {
  const config = join(folder, "cfg.yaml");
  return lines(
    "The servers go on until Ctrl-C. What to try in another terminal (in a checkout with npx in front):",
    `  ls -R ${join(folder, "buffer")}`,
    `  ftp-list ${config} | ftp-filter --include '*.csv' | ftp-fetch --to ${join(folder, "csv-only")} | ftp-report --format table`,
    `  ftp-harvest run pipelines/harvest.yaml --set servers=${config}      the pipe as YAML`,
    `  ftp-harvest ${config}      after a change to it: a path, a password, a server less`,
    "  ftp-harvest schema         the JSON Schema of cfg.yaml, for your editor",
    `All of this demo is in ${folder}, yours to delete.`,
  );
}

function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
