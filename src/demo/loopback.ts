import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:net";

/** Where the demo's servers are: nobody but this machine sees them. */
export const LOOPBACK = "127.0.0.1";

/** Lets a server listen on a free port of the loopback, and says which. */
export async function listenOnLoopback(listener: Server): Promise<number> {
  listener.listen({ host: LOOPBACK, port: 0 });
  await once(listener, "listening");
  const address = listener.address();
  if (address === null || typeof address === "string") throw new Error("a listening server has no port");
  return address.port;
}

/** Below the ports that systems give out by themselves: from 32768 (Linux) or 49152 (RFC 6335 §6) on. */
const LEAST_PORT = 25_000;
const MOST_PORT = 30_000;

/**
 * A port of the loopback on which nothing listens, and which no server is given either: were it the next passive port of one, whoever
 * tries the server that is down would be sent another's data.
 */
export async function closedPort(): Promise<number> {
  for (;;) {
    const port = randomInt(LEAST_PORT, MOST_PORT);
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const listener = createServer();
  try {
    await once(listener.listen({ host: LOOPBACK, port }), "listening");
    return true;
  } catch {
    return false;
  } finally {
    listener.close();
  }
}
