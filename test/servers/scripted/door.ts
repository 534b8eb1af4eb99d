import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { portOf } from "./dataConnection.ts";

/** Another process may hold the port for a moment, as its own end of a connection. */
const PATIENCE = { tries: 200, every_ms: 10 };

/** Where clients knock: a listener that can go away for a while and come back on the same port. */
export class Door {
  readonly host: string;
  readonly #knock: (socket: Socket) => void;
  readonly #failed: (error: unknown) => void;
  #server: Server | undefined;
  #again: NodeJS.Timeout | undefined;
  #port = 0;

  /**
   * @param knock called with each connection
   * @param failed called when it can't come back
   */
  constructor(host: string, knock: (socket: Socket) => void, failed: (error: unknown) => void) {
    this.host = host;
    this.#knock = knock;
    this.#failed = failed;
  }

  /** 0 before the first time. */
  get port(): number {
    return this.#port;
  }

  async open(): Promise<void> {
    const server = createServer(this.#knock);
    this.#server = server;
    await once(server.listen(this.#port, this.host), "listening");
    if (this.#server === server) this.#port = portOf(server);
  }

  close(): void {
    clearTimeout(this.#again);
    this.#server?.close();
    this.#server = undefined;
  }

  openAfter(ms: number, tries = PATIENCE.tries): void {
    this.#again = setTimeout(() => {
      this.open().catch((error: unknown) => {
        if (this.#server === undefined) return; // it was closed meanwhile
        if (tries > 1) this.openAfter(PATIENCE.every_ms, tries - 1);
        else this.#failed(error);
      });
    }, ms);
  }
}
