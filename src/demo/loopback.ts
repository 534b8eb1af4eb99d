import { once } from "node:events";
import type { Server } from "node:net";

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
