import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

interface Port {
  readonly open: Set<Socket>;
  most: number;
}

const watched = new Map<number, Port>();
let listening = false;

/** Connections that this process has to some ports: the most at once. A server sees one that was closed a moment later. */
export class ClientSockets implements Disposable {
  readonly #ports: readonly number[];

  constructor(ports: readonly number[]) {
    this.#ports = ports;
    for (const port of ports) watched.set(port, { open: new Set(), most: 0 });
    // One listener for all: each socket would get one of each.
    if (!listening) subscribe("net.client.socket", look);
    listening = true;
  }

  mostTo(port: number): number {
    return watched.get(port)?.most ?? 0;
  }

  [Symbol.dispose](): void {
    for (const port of this.#ports) watched.delete(port);
  }
}

function look(message: unknown): void {
  // The channel's message is documented as `{ socket: net.Socket }`.
  const { socket } = message as { socket: Socket };
  socket.once("connect", () => {
    const port = watched.get(socket.remotePort ?? 0);
    if (port === undefined) return;
    for (const one of port.open) if (one.destroyed) port.open.delete(one);
    port.open.add(socket);
    port.most = Math.max(port.most, port.open.size);
  });
}
