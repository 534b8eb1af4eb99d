import { printable } from "../records/printable.ts";
import type { AnyRecord } from "../records/record.ts";
import type { Terminal } from "./terminal.ts";

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
        ? `${this.#files} files, ${size(this.#bytes)}`
        : `${this.#listed} files listed`;
    const failures = this.#failures > 0 ? `, ${this.#failures} failures` : "";
    const servers = `${this.#done} of ${Math.max(this.#servers.size, this.#done)} servers done`;
    this.#terminal.status(`${servers}, ${files}${failures}  ${printable(this.#last)}`);
  }
}

function size(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}
