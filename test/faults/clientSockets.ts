import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

/** Connections that this process has opened to some ports: the most at once. A server sees one that was closed a moment later. */
export class ClientSockets implements Disposable {
  readonly #open = new Map<number, Set<Socket>>();
  readonly #most = new Map<number, number>();

  constructor(ports: readonly number[]) {
    for (const port of ports) this.#open.set(port, new Set());
    subscribe("net.client.socket", this.#onSocket);
  }

  mostTo(port: number): number {
    return this.#most.get(port) ?? 0;
  }

  [Symbol.dispose](): void {
    unsubscribe("net.client.socket", this.#onSocket);
  }

  readonly #onSocket = (message: unknown): void => {
    // The channel's message is documented as `{ socket: net.Socket }`.
    const { socket } = message as { socket: Socket };
    socket.once("connect", () => {
      const open = this.#open.get(socket.remotePort ?? 0);
      if (open === undefined || socket.remotePort === undefined) return;
      for (const one of open) if (one.destroyed) open.delete(one);
      open.add(socket);
      this.#most.set(socket.remotePort, Math.max(this.mostTo(socket.remotePort), open.size));
    });
  };
}
