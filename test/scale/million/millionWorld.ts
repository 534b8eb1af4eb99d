import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Shell } from "../../pipes/shell.ts";
import { startServer } from "../../servers/realServer.ts";
import { demandRoom, roomyFolder } from "./room.ts";
import { faultsIn, filesIn, plantWideTree, type TreeFaults, type WideTree } from "./wideTree.ts";

export const SERVERS = 10;
const FOLDERS = 100;
/** Of the tenth of the files that a first run brings, so that what grows with their number shows. */
const FOLDERS_OF_TENTH = FOLDERS / 10;

/** Ten vsftpd with as many files each, one of them with all in a single folder, and the configurations that know them. */
export class MillionWorld implements AsyncDisposable {
  readonly shell: Shell;
  readonly trees: ReadonlyMap<string, WideTree>;

  constructor(files: number) {
    const parent = roomyFolder();
    // each file is there and here
    demandRoom(parent, 2 * files);
    this.shell = new Shell(parent);
    this.trees = new Map(
      Array.from({ length: SERVERS }, (_, order) => {
        const [seed, perServer] = [`server-${order}`, files / SERVERS];
        const folders = order === 0 ? 1 : FOLDERS;
        return [seed, { seed, folders, filesPerFolder: perServer / folders }];
      }),
    );
  }

  async open(signal: AbortSignal): Promise<void> {
    const known: Record<string, object> = {};
    for (const [name, tree] of this.trees) {
      const root = this.shell.path(name);
      await plantWideTree(root, tree, signal);
      const { host, port, user, password } = this.shell.own(await startServer({ kind: "vsftpd", root }));
      known[name] = { host, port, user, password };
    }
    this.#configure("cfg.yaml", known);
    const tenth = [...this.#ofTenth()].map(([name, { folders }]) => {
      const path = Array.from({ length: folders }, (_, order) => `/d0${order}`);
      return [name, { ...known[name], path }];
    });
    this.#configure("tenth.yaml", Object.fromEntries(tenth));
  }

  get filesOfTenth(): number {
    return [...this.#ofTenth().values()].reduce((sum, tree) => sum + filesIn(tree), 0);
  }

  /** Of all servers together. */
  async faultsIn(to: string, signal: AbortSignal): Promise<TreeFaults> {
    return this.#sum(this.trees, to, signal);
  }

  async faultsInTenth(to: string, signal: AbortSignal): Promise<TreeFaults> {
    return this.#sum(this.#ofTenth(), to, signal);
  }

  /** `rm` does it without holding the event loop for a minute. */
  async remove(name: string): Promise<void> {
    await promisify(execFile)("rm", ["-rf", this.shell.path(name)]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shell[Symbol.asyncDispose]();
  }

  async #sum(trees: ReadonlyMap<string, WideTree>, to: string, signal: AbortSignal): Promise<TreeFaults> {
    let [wrong, surplus] = [0, 0];
    for (const [name, tree] of trees) {
      const faults = await faultsIn(this.shell.path(`${to}/${name}`), tree, signal);
      wrong += faults.wrong;
      surplus += faults.surplus;
    }
    return { wrong, surplus };
  }

  #ofTenth(): ReadonlyMap<string, WideTree> {
    const wide = [...this.trees].filter(([, { folders }]) => folders === FOLDERS);
    return new Map(wide.map(([name, tree]) => [name, { ...tree, folders: FOLDERS_OF_TENTH }]));
  }

  #configure(name: string, servers: Readonly<Record<string, object>>): void {
    this.shell.write(name, JSON.stringify({ buffer_path: "./buffer", servers }));
  }
}
