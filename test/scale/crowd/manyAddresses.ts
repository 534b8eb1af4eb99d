import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installedPath } from "../../servers/installed.ts";
import { NOBODY, PASSWORD, PASSWORD_HASH } from "../../servers/kinds/command.ts";
import { pureFtpdCommand } from "../../servers/kinds/pureFtpd.ts";
import { takePortBlock } from "../../servers/portBlock.ts";
import { startFamily } from "../../servers/processFamily.ts";

/** Pure-FTPd lets in half as many sessions as it has ports for data; each is a process. Below all that `takePortBlock` gives. */
const DATA_PORTS = "1100:9999";
const MOST_SESSIONS = 4_450;
/** The first numbers after 127.0 that are no address of a network or a broadcast. */
const ADDRESSES_PER_NET = 250;
const LOOK_AGAIN_MS = 50;
const START_MS = 20_000;

/** One Pure-FTPd at every address of loopback: a user is a server of its own, with an address and a folder. */
export interface ManyAddresses extends AsyncDisposable {
  readonly port: number;
  readonly password: string;
}

/**
 * Starts it; `roots` are the folders by user. It listens at all addresses of the machine: call it in a network namespace that has
 * loopback only. `folder` takes what it writes.
 */
export async function startManyAddresses(folder: string, roots: ReadonlyMap<string, string>): Promise<ManyAddresses> {
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const ports = await takePortBlock();
  const users = join(folder, "users");
  const lines = [...roots].map(
    ([user, root]) => `${user}:${PASSWORD_HASH}:${NOBODY.uid}:${NOBODY.gid}::${root}/./${":".repeat(12)}\n`,
  );
  writeFileSync(users, lines.join(""), { mode: 0o600 });
  const database = join(folder, "users.pdb");
  execFileSync(installedPath("usr/bin/pure-pw"), ["mkdb", database, "-f", users]);
  const usual = pureFtpdCommand({ root: folder, folder, ports, keyAndCertificate: "" });
  const args = replaced(usual.args, {
    "-S": `0.0.0.0,${ports.control}`,
    "-l": `puredb:${database}`,
    "-p": DATA_PORTS,
    "-c": String(MOST_SESSIONS),
  });
  const family = await startFamily(usual.command, args, folder);
  const stop = async (): Promise<void> => {
    await family.end();
    usual.tidy?.();
    ports.release();
  };
  const latest = performance.now() + START_MS;
  while (!(await listens(ports.control))) {
    if (performance.now() > latest || !family.running()) {
      await stop();
      throw new Error(`Pure-FTPd did not start: see ${folder}/log`);
    }
    await wait(LOOK_AGAIN_MS);
  }
  return { port: ports.control, password: PASSWORD, [Symbol.asyncDispose]: stop };
}

/** An address of loopback for each server, from 0. */
export function addressOf(order: number): string {
  return `127.1.${Math.floor(order / ADDRESSES_PER_NET)}.${1 + (order % ADDRESSES_PER_NET)}`;
}

/** Arguments with other values after some of the flags. (Of two `-S` Pure-FTPd takes the first.) */
function replaced(args: readonly string[], values: Readonly<Record<string, string>>): string[] {
  return args.map((arg, place) => values[args[place - 1] ?? ""] ?? arg);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("error", () => resolve(false));
    socket.once("connect", () => resolve(true));
    socket.once("connect", () => socket.destroy());
  });
}
