import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Branches, startBranches } from "./branches.ts";
import { runPipe } from "./childPipe.ts";
import { differences, type Harvest } from "./resultCheck.ts";

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

/** The harvest takes about two seconds; a demo that hangs must not hang for ever. */
const DEADLINE_MS = 120_000;

const JOBS = "5";
const STREAM = "harvest.ndjson";

/**
 * The toolkit's story: ten servers, one of them locked, one of them down; the three commands as a pipe of real processes; and a
 * look at whether each byte came. Returns 0 when eight servers are whole and two failed as staged, else 1.
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const branches = await startBranches(options.folder);
  try {
    options.print(opening(options.folder, branches));
    const wrong = await differences(branches, await harvest(options, branches));
    options.print(wrong.length === 0 ? verdict(branches) : complaint(wrong));
    options.print(nextSteps(options));
    if (options.keep) await aborted(options.signal);
    return wrong.length === 0 ? 0 : 1;
  } catch (error) {
    if (!options.signal.aborted) throw error;
    return 1;
  } finally {
    await branches.stop();
  }
}

/** The pipe, and then the report once more, as JSON, of the stream that was saved on the way. */
async function harvest(options: DemoOptions, { config }: Branches): Promise<Harvest> {
  const { folder, commands, print } = options;
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(DEADLINE_MS)]);
  const surroundings = { cwd: folder, env: { ...options.env, FTP_HARVEST_STATE: join(folder, "state") }, signal };
  const table = await runPipe({
    ...surroundings,
    commands: [
      { argv: [...commands("ftp-list"), config] },
      { argv: [...commands("ftp-fetch"), "-j", JOBS] },
      { argv: [...commands("ftp-report"), "--format", "table"], tee: join(folder, STREAM) },
    ],
  });
  print(table.output);
  signal.throwIfAborted();
  await using_(1);
}
