import { spawnSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CommandEnd, runCommand } from "./command.ts";
import { type Mutation, mutated } from "./mutation.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The types, and `bin` as `npm run build` makes it. */
const TYPES = ["node_modules/.bin/tsc", "--noEmit", "-p", "."] as const;
const BUILD = ["npm", "run", "--silent", "build"] as const;

/**
 * The tree as it is in the working folder, new files too, in a folder of its own for temporary files: it may be broken. Packages are linked one by
 * one, so that caches are its own.
 */
export class TreeCopy implements Disposable {
  readonly folder: string;
  /** Texts of the files that are broken, as they were. */
  readonly #originals = new Map<string, string>();
  /** Grows with each change. */
  #state = 0;
  /** The state that `dist` was built from. */
  #built: number | undefined;

  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), "fh-mutations-"));
    // Servers that change their user must get to their files in it.
    chmodSync(this.folder, 0o755);
    for (const file of treeFiles()) this.#copy(file);
    this.#letUnusedBe();
    mkdirSync(this.temporary);
    mkdirSync(join(this.folder, "node_modules"));
    for (const entry of readdirSync(join(ROOT, "node_modules"))) this.#link(join("node_modules", entry));
  }

  /** Where whatever runs in it puts what is temporary. */
  get temporary(): string {
    return join(this.folder, "tmp");
  }

  /** Breaks it; no two mutations may be of one file. Throws where one does not apply. */
  break(...mutations: readonly Mutation[]): void {
    this.mend();
    for (const mutation of mutations) {
      const path = join(this.folder, mutation.file);
      const original = readFileSync(path, "utf8");
      writeFileSync(path, mutated(original, mutation));
      this.#originals.set(path, original);
    }
    this.#state++;
  }

  /** Puts all right again. */
  mend(): void {
    if (this.#originals.size === 0) return;
    for (const [path, original] of this.#originals) writeFileSync(path, original);
    this.#originals.clear();
    this.#state++;
  }

  /** Whether it is TypeScript still; what the compiler says else. */
  types(signal: AbortSignal): Promise<CommandEnd> {
    return this.run(TYPES, signal);
  }

  /** Makes `dist` what it is to be. Throws where that can't be done. */
  async build(signal: AbortSignal): Promise<void> {
    if (this.#built === this.#state) return;
    this.#built = undefined;
    const { code, said } = await this.run(BUILD, signal);
    if (code !== 0) throw new Error(`no build: ${said}`);
    this.#built = this.#state;
  }

  /** Runs a command in its root. Whatever it leaves running is ended. */
  run(command: readonly string[], signal: AbortSignal): Promise<CommandEnd> {
    return runCommand(command, { folder: this.folder, env: { TMPDIR: this.temporary }, signal });
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #copy(file: string): void {
    const to = join(this.folder, file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(join(ROOT, file), to);
  }

  /** What a mutation leaves without a user is no fault of it. */
  #letUnusedBe(): void {
    const path = join(this.folder, "tsconfig.json");
    writeFileSync(path, readFileSync(path, "utf8").replace(/"(noUnused\w+)": true/g, '"$1": false'));
  }

  #link(entry: string): void {
    if (!entry.includes(".vite")) symlinkSync(join(ROOT, entry), join(this.folder, entry));
  }
}

function treeFiles(): string[] {
  const { stdout } = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout.split("\0").filter((file) => file !== "" && existsSync(join(ROOT, file)));
}
