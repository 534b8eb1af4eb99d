import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { addressOf, startManyAddresses } from "../scale/crowd/manyAddresses.ts";
import { plantOne, type ServedTree, type ServedTrees, type TreesToServe } from "./servedTrees.ts";

/**
 * Plants the trees in `folder` and serves them all with one Pure-FTPd that listens at every address of loopback: a thousand servers of a
 * process each would take the memory and the start of a thousand. Only in a network namespace of one's own. Its end stops the server.
 */
export async function serveManyAddresses(
  folder: string,
  trees: TreesToServe,
  signal: AbortSignal,
): Promise<ServedTrees> {
  mkdirSync(folder);
  chmodSync(folder, 0o755); // whatever the umask
  const planted: Pick<ServedTree, "name" | "root">[] = [];
  for (let order = 1; order <= trees.servers; order++) planted.push(await plantOne(folder, order, trees, signal));
  const roots = new Map(planted.map(({ name, root }) => [name, root]));
  const many = await startManyAddresses(join(folder, "pure-ftpd"), roots);
  const servers = planted.map(({ name, root }, order): ServedTree => {
    return { name, root, host: addressOf(order), port: many.port, user: name, password: many.password };
  });
  return { servers, [Symbol.asyncDispose]: () => many[Symbol.asyncDispose]() };
}
