import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Where a server listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

interface Port {
  readonly open: Set<Socket>;
  most: number;
}

const watched = new Map<string, Port>();
let listening = false;

/** Connections that this process has to some servers: the most at once. A server sees one that was closed a moment later. */
export class ClientSockets implements Disposable {
  readonly #keys: readonly string[];

  constructor(addresses: readonly Address[]) {
    this.#keys = addresses.map(({ host, port }) => keyOf(host, port));
    for (const key of this.#keys) watched.set(key, { open: new Set(), most: 0 });
    // One listener for all: each socket would get one of each.
    if (!listening) subscribe("net.client.socket", look);
    listening = true;
  }

  mostTo({ host, port }: Address): number {
    return watched.get(keyOf(host, port))?.most ?? 0;
  }

  [Symbol.dispose](): void {
    for (const key of this.#keys) watched.delete(key);
  }
}

function look(message: unknown): void {
  // The channel's message is documented as `{ socket: net.Socket }`.
  const { socket } = message as { socket: Socket };
  socket.once("connect", () => {
    const port = watched.get(keyOf(socket.remoteAddress, socket.remotePort));
    if (port === undefined) return;
    for (const one of port.open) if (one.destroyed) port.open.delete(one);
    port.open.add(socket);
    port.most = Math.max(port.most, port.open.size);
  });
}

function keyOf(host: string | undefined, port: number | undefined): string {
  return `${host}:${port}`;
}
