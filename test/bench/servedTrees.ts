import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { ServerKind } from "../servers/installed.ts";
import { type RealServer, startServer } from "../servers/realServer.ts";
import { plantTree, type Tree } from "./tree.ts";

/** A server with its tree. */
export interface ServedTree {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** The folder that it serves as `/`. */
  readonly root: string;
}

export interface ServedTrees extends AsyncDisposable {
  readonly servers: readonly ServedTree[];
}

export interface TreesToServe {
  readonly kind: ServerKind;
  readonly servers: number;
  /** Of each server, which has a seed of its own. */
  readonly tree: Omit<Tree, "seed">;
  /** Where they listen; loopback unless given. */
  readonly host?: string | undefined;
  /** Log-ins and data go over TLS, and no other way. */
  readonly tls: boolean;
  /** That vsftpd gives to each connection. */
  readonly mostBytesPerSecond?: number | undefined;
}

/** vsftpd's way for anonymous users with one process a session instead of two: the steadiest to measure with. It knows no TLS. */
const ONE_PROCESS = ["one_process_model=YES"];

/** Plants the trees in `folder` and starts a server for each. Its end stops the servers; the trees stay. */
export async function serveTrees(folder: string, trees: TreesToServe, signal: AbortSignal): Promise<ServedTrees> {
  const { kind, host } = trees;
  const tls = trees.tls ? "explicit" : undefined;
  const running: RealServer[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
  };
  const served: ServedTree[] = [];
  mkdirSync(folder);
  chmodSync(folder, 0o755); // whatever the umask
  try {
    for (let order = 1; order <= trees.servers; order++) {
      const { name, root } = await plantOne(folder, order, trees, signal);
      const server = await startServer({ kind, root, host, tls, extra: kind === "vsftpd" ? vsftpdLines(trees) : [] });
      running.push(server);
      served.push({ name, root, host: server.host, port: server.port, user: server.user, password: server.password });
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { servers: served, [Symbol.asyncDispose]: stop };
}

/** Plants the tree of one server. */
export async function plantOne(
  folder: string,
  order: number,
  { tree }: TreesToServe,
  signal: AbortSignal,
): Promise<Pick<ServedTree, "name" | "root">> {
  const name = `s${String(order).padStart(4, "0")}`;
  const root = join(folder, name);
  await plantTree(root, { ...tree, seed: name }, signal);
  return { name, root };
}

function vsftpdLines({ tls, mostBytesPerSecond }: TreesToServe): string[] {
  const rate = mostBytesPerSecond === undefined ? [] : [`anon_max_rate=${mostBytesPerSecond}`];
  return tls ? rate : [...ONE_PROCESS, ...rate];
}
