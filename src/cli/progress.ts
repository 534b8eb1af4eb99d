import { counted } from "../records/counted.ts";
import type { AnyRecord } from "../records/record.ts";
import { humanBytes } from "../stages/report/humanBytes.ts";
import type { Terminal } from "./terminal.ts";

/** Five times a second looks alive and costs nothing. */
const REDRAW_MS = 200;

/** Draws what a harvest has come to, from the records that pass. The work itself knows nothing of it. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #servers = new Set<string>();
  readonly #timer: NodeJS.Timeout;
  #files = 0;
  #bytes = 0;
  #failures = 0;
  #done = 0;
  #listed = 0;
  #last = "";

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
    this.#timer.unref();
  }

  see(record: AnyRecord): void {
    const server = record["server"];
    if (record.type === "server" && typeof server === "string") this.#servers.add(server);
    else if (record.type === "file") this.#listed++;
    else if (record.type === "failure") this.#failures++;
    else if (record.type === "harvested") this.#done++;
    else if (record.type === "download") {
      this.#files++;
      this.#bytes += Number(record["bytes"]) || 0;
      this.#last = `${server}/${record["name"]}`;
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#terminal.status("");
  }

  #draw(): void {
    const files =
      this.#files > 0 || this.#listed === 0
        ? `${counted(this.#files, "file")}, ${humanBytes(this.#bytes)}`
        : `${counted(this.#listed, "file")} listed`;
    const failures = this.#failures > 0 ? `, ${counted(this.#failures, "failure")}` : "";
    const servers = `${this.#done} of ${counted(Math.max(this.#servers.size, this.#done), "server")} done`;
    this.#terminal.status(`${servers}, ${files}${failures}  ${this.#last}`);
  }
}
