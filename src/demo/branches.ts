import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Code } from "../records/codes.ts";
import { type RunningFtpServer, startFtpServer } from "./ftpServer.ts";
import { closedPort, LOOPBACK } from "./loopback.ts";
import { OUT, sampleFiles } from "./sampleFiles.ts";
import { type TreeFile, treeOf } from "./tree.ts";

/** What a harvest of the branches must bring, and what must fail. */
export interface Expected {
  /** Servers whose files all come. */
  readonly whole: readonly string[];
  /** Servers that give nothing, and the code that says why. */
  readonly failed: readonly { readonly server: string; readonly code: Code }[];
  /** Files of all whole servers. */
  readonly files: number;
  /** For each whole server its files' bytes, by the name that a `file` record gives them. */
  readonly contents: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;
}

/** Ten branch offices' servers, running. */
export interface Branches {
  /** Absolute path of the configuration that knows them. */
  readonly config: string;
  /** Absolute path of the folder that it names as `buffer_path`. */
  readonly buffer: string;
  readonly expected: Expected;
  /** Ends all servers; nothing is left open. The configuration stays. */
  stop(): Promise<void>;
}

/** One branch office, as it is staged. */
interface Branch {
  readonly server: string;
  readonly files: readonly TreeFile[];
  readonly paths: readonly string[];
  readonly fails?: Code;
  readonly running: Pick<RunningFtpServer, "host" | "port" | "stop">;
}

const BRANCHES = 10;
/** Its configuration has a wrong password. */
const LOCKED_OUT = 4;
/** Its server does not run. */
const DOWN = 7;
/** Its reports lie apart, so its configuration names two paths. */
const TWO_PATHS = 2;
const REPORTS = "/reports";

const USER = "harvest";
const PASSWORD = "only-a-demo";

/**
 * Starts ten embedded FTP servers, `branch-001` to `branch-010`, and writes `cfg.yaml` into `folder`, which must be there and
 * absolute and without one. branch-004 refuses the log-in, branch-007 is down.
 */
export async function startBranches(folder: string): Promise<Branches> {
  const branches: Branch[] = [];
  const stop = async () => void (await Promise.all(branches.map(({ running }) => running.stop())));
  try {
    for (let number = 1; number <= BRANCHES; number++) branches.push(await startBranch(number));
    const config = join(folder, "cfg.yaml");
    // "wx": a configuration that is there already may be somebody's own.
    await writeFile(config, configText(branches), { mode: 0o600, flag: "wx" });
    return { config, buffer: join(folder, "buffer"), expected: expectedOf(branches), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startBranch(number: number): Promise<Branch> {
  const paths = number === TWO_PATHS ? [OUT, REPORTS] : [OUT];
  const files = sampleFiles(number, number === TWO_PATHS ? REPORTS : `${OUT}/reports`);
  return {
    server: `branch-${String(number).padStart(3, "0")}`,
    files,
    paths,
    ...failureOf(number),
    running: await (number === DOWN
      ? noServer()
      : startFtpServer({ tree: treeOf(files), user: USER, password: PASSWORD })),
  };
}

async function noServer(): Promise<Branch["running"]> {
  return { host: LOOPBACK, port: await closedPort(), stop: async () => {} };
}

function failureOf(number: number): { fails?: Code } {
  if (number === LOCKED_OUT) return { fails: "login" };
  return number === DOWN ? { fails: "connect_refused" } : {};
}

function expectedOf(branches: readonly Branch[]): Expected {
  const whole = branches.filter(({ fails }) => fails === undefined);
  const contents = new Map(whole.map((branch) => [branch.server, contentsOf(branch)]));
  return {
    whole: whole.map(({ server }) => server),
    failed: branches.flatMap(({ server, fails }) => (fails === undefined ? [] : [{ server, code: fails }])),
    files: [...contents.values()].reduce((sum, files) => sum + files.size, 0),
    contents,
  };
}

/** Names are relative to the server's path; with several, to their deepest common parent: `/` here. */
function contentsOf({ files, paths }: Branch): ReadonlyMap<string, Uint8Array> {
  const parent = paths.length === 1 ? `${paths[0]}/` : "/";
  return new Map(files.map(({ path, bytes }) => [path.slice(parent.length), bytes]));
}

function configText(branches: readonly Branch[]): string {
  return `# Ten branch offices, made up by the demo. Their servers run on this machine for as long as the demo does.
# \`ftp-harvest schema\` prints the JSON Schema of this file: editors that know it complete and check what you write.

buffer_path: ./buffer            # files land in <buffer_path>/<server>/<name>; relative to this file

defaults:                        # for every server; each key can also stand at a server
  user: ${USER}
  password: ${PASSWORD}          # of a real server better \${NAME}, from the environment, or password_file: PATH
  connections: 5                 # sessions at once on one server
  timeout: 10s
  retries: 1                     # for what trying again can mend: a refused connection, not a wrong password
  retry_delay: 200ms

servers:
${branches.map(serverLines).join("")}`;
}

function serverLines({ server, paths, running, fails }: Branch): string {
  const path = paths.length === 1 ? paths[0] : `[${paths.join(", ")}]`;
  const password = fails === "login" ? ", password: not-the-right-one" : "";
  const entry = `  ${server}: { host: ${running.host}, port: ${running.port}, path: ${path}${password} }`;
  return `${REMARKS[fails ?? ""] ?? ""}${entry}\n`;
}

const REMARKS: Readonly<Record<string, string>> = {
  login: "  # This one refuses the log-in: its password is wrong here. See what the report says of it.\n",
  connect_refused: "  # This one is down: nothing listens on its port.\n",
};
