import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { type OutputStream, Terminal } from "../../src/cli/terminal.ts";
import type { World } from "../../src/cli/world.ts";

/** A stream that keeps its text, a terminal when it has columns. */
export function screen(columns?: number): OutputStream & { readonly text: () => string } {
  const chunks: string[] = [];
  const stream = new PassThrough();
  stream.on("data", (chunk) => chunks.push(String(chunk)));
  const look = columns === undefined ? {} : { isTTY: true, columns };
  return Object.assign(stream, look, { text: () => chunks.join("") });
}

/** A machine for a command, made by hand. */
export class FakeWorld implements World, Disposable {
  readonly command: string;
  readonly out: ReturnType<typeof screen>;
  readonly err: ReturnType<typeof screen>;
  readonly terminal: Terminal;
  readonly stop = new AbortController();
  readonly signals = { signal: this.stop.signal, code: () => 0 };
  readonly env: Record<string, string> = {};
  readonly stdin: PassThrough & { isTTY?: boolean } = new PassThrough();
  readonly folder = mkdtempSync(join(tmpdir(), "fh-cli-"));
  readonly stateFolder = join(this.folder, "state");

  constructor(command: string, columns?: number) {
    this.command = command;
    this.out = screen(columns);
    this.err = screen(columns);
    this.terminal = new Terminal(command, this.err);
  }

  expectThreads(): void {}

  get stdout(): OutputStream {
    return this.out;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
