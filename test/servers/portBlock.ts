import { randomInt } from "node:crypto";
import { createServer, type Server } from "node:net";

const HOST = "127.0.0.1";

/** Below 32768, where Linux takes the ports of outgoing connections from, and below those of `closedPort`: a port found free here stays free. */
const FIRST_PORT = 10_000;
const LAST_PORT = 25_000;

/** The lock, the control port and the passive ports: enough for many sessions that open a new data port for each file. */
const PORTS_PER_BLOCK = 100;

/** With a hundred blocks in use, a hundred random tries in a row fail once in 10^17 runs. */
const MOST_TRIES = 100;

/** Ports of one server, its own among all test processes of this machine until released. */
export interface PortBlock {
  readonly control: number;
  readonly firstPassive: number;
  readonly lastPassive: number;
  release(): void;
}

/**
 * Takes a free block. A listener on its first port is the lock: the system ends it with the process, so that nothing is left behind and no
 * two servers share passive ports (they would answer `425 Address already in use` now and then).
 */
export async function takePortBlock(): Promise<PortBlock> {
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    const first = FIRST_PORT + PORTS_PER_BLOCK * randomInt((LAST_PORT - FIRST_PORT) / PORTS_PER_BLOCK);
    const lock = await listen(first);
    if (lock === undefined) continue;
    const control = await listen(first + 1);
    if (control === undefined) {
      lock.close();
      continue;
    }
    await new Promise((closed) => control.close(closed));
    return {
      control: first + 1,
      firstPassive: first + 2,
      lastPassive: first + PORTS_PER_BLOCK - 1,
      release: () => void lock.close(),
    };
  }
  throw new Error(`no free block of ports between ${FIRST_PORT} and ${LAST_PORT}`);
}

/** A listener that keeps no process alive; undefined when the port is taken. */
function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer((stranger) => stranger.destroy());
    server.unref();
    server.once("error", () => resolve(undefined));
    server.listen(port, HOST, () => resolve(server));
  });
}
