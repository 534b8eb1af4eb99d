import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asContent, SHARED_bytes } from "../servers/scripted/contentOf.ts";
import { fileNames } from "../servers/trees.ts";
import { type RoundPlan, type Schedule, segmentsIn, serverName } from "./schedule.ts";
import { PASSWORD, USER } from "./scriptOf.ts";
import { TRAP } from "./truth.ts";

/** Where a server listens. */
interface Address {
  readonly host: string;
  readonly port: number;
}

/** Given by who removes it in the end, whatever became of this process. */
const PARENT = process.env["FAULTS_FOLDER"] ?? tmpdir();

const KEPT = "nobody may touch this";

/**
 * A folder for one schedule: the configuration, where files land, and around it things that nobody may touch. Each server's folder
 * has a link that leads to them.
 */
export class World implements Disposable {
  /** Holds all of it. */
  readonly root = mkdtempSync(join(PARENT, "fh-faults-"));
  readonly folder: string;
  readonly buffer: string;
  readonly config: string;
  readonly state: string;
  readonly #servers: readonly string[];

  /** `within` makes the folder that holds configuration and buffer, given the root. */
  constructor({ servers }: Schedule, within: (root: string) => string) {
    this.folder = within(this.root);
    this.buffer = join(this.folder, "buffer");
    this.config = join(this.folder, "cfg.yaml");
    this.state = join(this.folder, "state");
    this.#servers = servers.map((_, place) => serverName(place));
    for (const folder of this.#guarded()) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "kept.txt"), KEPT);
    }
    for (const server of this.#servers) {
      mkdirSync(join(this.buffer, server));
      symlinkSync(join(this.root, "outside"), join(this.buffer, server, TRAP));
    }
  }

  /** Writes `cfg.yaml` for these servers (JSON is YAML). */
  configure(schedule: Schedule, plan: RoundPlan | "clean", at: readonly Address[]): void {
    const { options, servers: plans } = schedule;
    const { checksum: _, keepOrder: __, timeout, rate = 0, overall_rate = 0, ...keys } = options;
    const secureOf = (place: number) =>
      plans[place]?.tls === "explicit" ? { secure: "explicit", insecure: true } : {};
    const segments = segmentsIn(schedule, plan);
    const times = { timeout: `${timeout}s`, rate: `${rate}B/s` };
    const defaults = { ...keys, ...times, segments, user: USER, password: PASSWORD };
    const servers = Object.fromEntries(
      at.map(({ host, port }, place) => [serverName(place), { host, port, ...secureOf(place) }]),
    );
    writeFileSync(
      this.config,
      JSON.stringify({ buffer_path: "./buffer", rate: `${overall_rate}B/s`, defaults, servers }, undefined, 1),
    );
  }

  /** The regular files of a server's folder by name, its part files, and what lies beside it of ours. */
  look(server: string): { disk: Map<string, Buffer>; parts: string[]; lock: boolean; note: boolean } {
    const folder = join(this.buffer, server);
    const names = fileNames(folder);
    const isPart = (name: string) => /(^|\/)\.[0-9a-f]{16}(-[0-9a-f]{8})?\.fh-part$/.test(name);
    const beside = readdirSync(this.buffer).filter((name) => name.startsWith(`.${server}.`));
    return {
      disk: new Map(names.filter((name) => !isPart(name)).map((name) => [name, bytesIn(join(folder, name))])),
      parts: names.filter(isPart),
      lock: beside.some((name) => name.includes(".fh-lock")),
      note: beside.some((name) => name.endsWith(".fh-parts")),
    };
  }

  /** What is not as it was outside the servers' folders. */
  get outside(): string[] {
    const ours = new Set(this.#servers);
    const isOurs = (name: string) =>
      ours.has(name) || this.#servers.some((server) => name.startsWith(`.${server}.fh-`));
    const strangers = [join(this.root, "outside"), this.buffer, join(this.buffer, "another")].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name !== "kept.txt" && name !== "another" && !isOurs(name))
        .map((name) => join(folder, name)),
    );
    const changed = this.#guarded()
      .map((folder) => join(folder, "kept.txt"))
      .filter((path) => !isKept(path));
    return [...strangers, ...changed];
  }

  /** Journals' texts. */
  get written(): string[] {
    if (!existsSync(this.state)) return [];
    return fileNames(this.state).map((name) => readFileSync(join(this.state, name), "utf8"));
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  #guarded(): string[] {
    return [this.root, join(this.root, "outside"), this.folder, this.buffer, join(this.buffer, "another")];
  }
}

/** Large files take turns in one place: most are what some server has, and hundreds of them would fill the memory. */
let place = Buffer.alloc(0);

function bytesIn(path: string): Buffer {
  const { size } = statSync(path);
  if (size < SHARED_bytes) return readFileSync(path);
  if (size > place.length) place = Buffer.alloc(size);
  const fd = openSync(path, "r");
  try {
    return asContent(place.subarray(0, readSync(fd, place, 0, size, 0)));
  } finally {
    closeSync(fd);
  }
}

function isKept(path: string): boolean {
  try {
    return readFileSync(path, "utf8") === KEPT;
  } catch {
    return false;
  }
}
