import { Fault } from "../records/fault.ts";

/** `server_timeout`: how long all work on one server may take, from the first on. */
export class ServerTime {
  #timer: NodeJS.Timeout | undefined;

  /** It begins, unless it has before. Keeps no process alive. */
  begin(ms: number, expire: (fault: Fault) => void): void {
    if (this.#timer !== undefined) return;
    const message = `all work on this server took longer than \`server_timeout\` (${ms / 1000} s)`;
    this.#timer = setTimeout(() => expire(new Fault("timeout", message, { retry: false })), ms).unref();
  }

  /** The work is over. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
