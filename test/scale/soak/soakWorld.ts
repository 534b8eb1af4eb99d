import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerKind } from "../../servers/installed.ts";
import { type RealServer, startServer } from "../../servers/realServer.ts";
import { ChangingTree } from "./changingTree.ts";

const FILES = 200;
/** Longer ago than journals are kept. */
const LONG_AGO_S = 8 * 24 * 60 * 60;

/** With TLS, and with a limit of connections that is below what the harvest asks for. */
const SETUPS = [{ kind: "vsftpd" }, { kind: "proftpd", tls: "explicit" }, { kind: "pure-ftpd", maxPerIp: 2 }] as const;

export const SOAK_KINDS: readonly ServerKind[] = SETUPS.map(({ kind }) => kind);

/** Three real servers whose files change, their configuration, and the folders of the harvests. Removed at its end. */
export class SoakWorld implements AsyncDisposable {
  readonly folder = mkdtempSync(join(tmpdir(), "fh-soak-"));
  readonly config = join(this.folder, "cfg.yaml");
  readonly state = join(this.folder, "state");
  readonly temporary = join(this.folder, "tmp");
  readonly #trees: ReadonlyMap<ServerKind, ChangingTree>;
  readonly #servers = new Map<ServerKind, RealServer>();
  readonly #lastPorts = new Map<ServerKind, RealServer>();

  constructor() {
    chmodSync(this.folder, 0o755); // servers read as unprivileged users
    for (const folder of [this.state, this.temporary]) mkdirSync(folder);
    this.#trees = new Map(SOAK_KINDS.map((kind) => [kind, new ChangingTree(join(this.folder, kind), FILES)]));
  }

  static async open(): Promise<SoakWorld> {
    const world = new SoakWorld();
    try {
      for (const kind of SOAK_KINDS) await world.up(kind);
      return world;
    } catch (error) {
      await world[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** For processes that harvest: what they keep and put aside is here. */
  get env(): Readonly<Record<string, string>> {
    return { FTP_HARVEST_STATE: this.state, TMPDIR: this.temporary, TSX_DISABLE_CACHE: "1" };
  }

  changeFiles(): void {
    for (const tree of this.#trees.values()) tree.change();
  }

  async down(kind: ServerKind): Promise<void> {
    await this.#servers.get(kind)?.stop();
    this.#servers.delete(kind);
  }

  /** Starts it, on another port; the configuration knows it. */
  async up(kind: ServerKind): Promise<void> {
    const setup = SETUPS.find((one) => one.kind === kind);
    const root = this.#trees.get(kind)?.root;
    if (setup === undefined || root === undefined) throw new Error(`no server ${kind}`);
    const server = await startServer({ ...setup, root });
    this.#servers.set(kind, server);
    this.#lastPorts.set(kind, server);
    this.#configure();
  }

  /** What is wrong with what a harvest into `to` has left, of the servers that were up. */
  faultsOf(to: string): string[] {
    const kinds = [...this.#servers.keys()];
    const left = readdirSync(to).filter((name) => kinds.some((kind) => name.startsWith(`.${kind}.`)));
    return [
      ...left.map((name) => `${to}/${name} was left`),
      ...kinds.flatMap((kind) => this.#trees.get(kind)?.faultsOf(join(to, kind)) ?? []),
    ];
  }

  entriesIn(folder: string): number {
    return readdirSync(folder, { recursive: true }).length;
  }

  /** As if the journals that are there were of last week: the next command prunes them. */
  ageJournals(): void {
    const then = Date.now() / 1000 - LONG_AGO_S;
    for (const entry of readdirSync(this.state, { recursive: true, withFileTypes: true })) {
      utimesSync(join(entry.parentPath, entry.name), then, then);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const kind of [...this.#servers.keys()]) await this.down(kind);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #configure(): void {
    const servers = [...this.#lastPorts].map(([kind, { host, port, user, password, caFile }]) => {
      const tls = SETUPS.some((setup) => setup.kind === kind && "tls" in setup)
        ? { secure: "explicit", ca: caFile }
        : {};
      return [kind, { host, port, user, password, ...tls }];
    });
    const defaults = { connections: 4, retries: 1, retry_delay: "100ms", connect_interval: "10ms" };
    writeFileSync(this.config, JSON.stringify({ defaults, servers: Object.fromEntries(servers) }));
  }
}
