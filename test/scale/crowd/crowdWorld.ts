import { chmodSync, mkdirSync } from "node:fs";
import { Shell } from "../../pipes/shell.ts";
import { demandRoom, roomyFolder } from "../million/room.ts";
import { faultsIn, filesIn, plantWideTree, type TreeFaults, type WideTree, wideFiles } from "../million/wideTree.ts";
import { drawFates, type Fate, isWithin } from "./fates.ts";
import { addressOf, startManyAddresses } from "./manyAddresses.ts";
import { type Known, startOdd } from "./oddServer.ts";

const FOLDERS = 2;
const FILES_PER_FOLDER = 10;

/** So many servers at addresses of their own, some of them odd, and the configuration that knows them. */
export class CrowdWorld implements AsyncDisposable {
  readonly shell: Shell;
  readonly fates: ReadonlyMap<string, Fate>;

  constructor(servers: number, seed: string) {
    const parent = roomyFolder();
    // there and here, twice
    demandRoom(parent, 3 * servers * FOLDERS * FILES_PER_FOLDER);
    this.shell = new Shell(parent);
    chmodSync(this.shell.folder, 0o755); // servers read as unprivileged users
    mkdirSync(this.shell.path("trees"), { mode: 0o755 });
    const names = Array.from({ length: servers }, (_, order) => `srv-${String(order).padStart(4, "0")}`);
    this.fates = drawFates(names, seed);
  }

  async open(signal: AbortSignal): Promise<void> {
    for (const name of this.fates.keys()) await plantWideTree(this.#root(name), treeOf(name), signal);
    const well = this.#named("well");
    const roots = new Map(well.map((name) => [name, this.#root(name)]));
    const many = this.shell.own(await startManyAddresses(this.shell.path("server"), roots));
    const known = new Map<string, Known>();
    for (const [order, name] of [...this.fates.keys()].entries()) {
      const fate = this.fates.get(name);
      if (fate === undefined || fate === "well") {
        known.set(name, { host: addressOf(order), port: many.port, user: name, password: many.password });
        continue;
      }
      signal.throwIfAborted();
      const tree = { root: this.#root(name), files: () => wideFiles(treeOf(name)) };
      const odd = await startOdd(fate, known.size, tree);
      if (odd.running !== undefined) this.shell.own(odd.running);
      known.set(name, odd.known);
    }
    const defaults = { timeout: "30s", retries: 1, retry_delay: "1s" };
    const servers = Object.fromEntries(known);
    this.shell.write("cfg.yaml", JSON.stringify({ buffer_path: "./buffer", defaults, servers }));
  }

  /** What is wrong in `to` with the servers that are within reach. */
  async faultsIn(to: string, signal: AbortSignal): Promise<TreeFaults> {
    let [wrong, surplus] = [0, 0];
    for (const [name, fate] of this.fates) {
      if (!isWithin(fate)) continue;
      const faults = await faultsIn(this.shell.path(`${to}/${name}`), treeOf(name), signal);
      wrong += faults.wrong;
      surplus += faults.surplus;
    }
    return { wrong, surplus };
  }

  /** What a report's row must begin with: result and number of files. */
  rowOf(name: string): readonly [number, number] {
    return isWithin(this.fates.get(name) ?? "refuses") ? [0, filesIn(treeOf(name))] : [1, 0];
  }

  /** Such as `950 well, 10 slow`. */
  get census(): string {
    const fates = [...new Set(this.fates.values())];
    return fates.map((fate) => `${this.#named(fate).length} ${fate}`).join(", ");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shell[Symbol.asyncDispose]();
  }

  #named(fate: Fate): string[] {
    return [...this.fates].filter(([, one]) => one === fate).map(([name]) => name);
  }

  #root(name: string): string {
    return this.shell.path(`trees/${name}`);
  }
}

function treeOf(seed: string): WideTree {
  return { seed, folders: FOLDERS, filesPerFolder: FILES_PER_FOLDER };
}
