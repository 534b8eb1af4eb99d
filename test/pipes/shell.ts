import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** bash's exit code of a command that was killed with -9. */
export const KILLED = 137;

/** What a pipe came to. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** Of the whole script, `pipefail` set; 137 where the shell itself was killed. */
  readonly code: number;
  /** Of each command of the script's last pipe: bash's PIPESTATUS. */
  readonly codes: readonly number[];
}

/** A script on its way. */
export interface Running {
  readonly ended: Promise<Ran>;
  /** To the shell and all that it has started, as a terminal does with Ctrl-C. */
  signal(name: NodeJS.Signals): void;
}

type Environment = Readonly<Record<string, string>>;

const COMMANDS = ["servers", "list", "filter", "map", "limit", "dedupe", "exec", "fetch", "report", "harvest"].map(
  (name) => `ftp-${name}`,
);
const DIST = fileURLToPath(new URL("../../dist/bin", import.meta.url));

/**
 * A folder for one harvest, and a real shell in it: links onto the built commands in its PATH, a state folder of its own, and
 * `cfg.yaml` with `buffer` as its `buffer_path`. Removed at the end of an `await using`, with whatever still runs.
 */
export class Shell implements AsyncDisposable {
  readonly folder: string;
  /** Where journals are kept. */
  readonly state: string;
  readonly buffer: string;
  readonly #children = new Set<ChildProcess>();
  readonly #owned: AsyncDisposable[] = [];

  /** `parent` holds the folder: that for temporary files unless given. */
  constructor(parent: string = tmpdir()) {
    for (const command of COMMANDS) {
      if (!existsSync(join(DIST, `${command}.js`)))
        throw new Error(`${DIST} lacks ${command}.js: run \`npm run build\``);
    }
    this.folder = mkdtempSync(join(parent, "fh-pipe-"));
    this.state = join(this.folder, "state");
    this.buffer = join(this.folder, "buffer");
    mkdirSync(join(this.folder, "bin"));
    for (const command of COMMANDS) symlinkSync(join(DIST, `${command}.js`), join(this.folder, "bin", command));
  }

  /** Gives it to this shell, which stops it at its end. */
  own<T extends AsyncDisposable>(resource: T): T {
    this.#owned.push(resource);
    return resource;
  }

  /** Writes `cfg.yaml` (JSON is YAML); `top`: keys beside `defaults`. Servers get no retries unless told otherwise: tests need not wait for them. */
  configure(servers: Readonly<Record<string, object>>, defaults: object = {}, top: object = {}): void {
    const config = { buffer_path: "./buffer", ...top, defaults: { retries: 0, ...defaults }, servers };
    this.write("cfg.yaml", JSON.stringify(config, undefined, 1));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string): void {
    writeFileSync(this.path(name), content);
  }

  has(name: string): boolean {
    return existsSync(this.path(name));
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  run(script: string, environment: Environment = {}): Promise<Ran> {
    return this.start(script, environment).ended;
  }

  start(script: string, environment: Environment = {}): Running {
    const codesFile = this.path(`.codes-${this.#children.size}`);
    const child = spawn("bash", ["-c", wrapped(script)], {
      cwd: this.folder,
      env: {
        PATH: `${this.path("bin")}:${process.env["PATH"]}`,
        HOME: this.folder,
        FTP_HARVEST_STATE: this.state,
        CODES: codesFile,
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.#children.add(child);
    const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)];
    const ended = once(child, "close").then(([code]) => ({
      stdout: stdout(),
      stderr: stderr(),
      code: Number(code ?? KILLED),
      codes: existsSync(codesFile) ? readFileSync(codesFile, "utf8").trim().split(" ").map(Number) : [],
    }));
    return { ended, signal: (name) => signalGroup(child, name) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#children) signalGroup(child, "SIGKILL");
    await Promise.all(this.#owned.map((resource) => resource[Symbol.asyncDispose]()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The shell itself outlives signals to the group: it waits for its pipe and tells the codes. */
function wrapped(script: string): string {
  return [
    "set -o pipefail",
    "trap : HUP INT TERM",
    script,
    `fh_codes=($? "\${PIPESTATUS[@]}")`,
    `echo "\${fh_codes[@]:1}" > "$CODES"`,
    `exit "\${fh_codes[0]}"`,
  ].join("\n");
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // All of it is over.
  }
}
