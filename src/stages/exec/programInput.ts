import type { Writable } from "node:stream";
import type { Gate } from "../../flow/gate.ts";
import { NdjsonWriter } from "../../records/ndjsonWriter.ts";
import type { AnyRecord } from "../../records/record.ts";

/**
 * Records to a program's stdin. While that is full, the gate is held. What the program does not read, because it has ended or has
 * closed its stdin as `head` does, is dropped.
 */
export class ProgramInput {
  readonly #stdin: Writable | null;
  readonly #gate: Gate;
  readonly #writer = new NdjsonWriter((text) => this.#send(text));
  #turn: NodeJS.Immediate | undefined;
  #holding = false;

  constructor(stdin: Writable | null, gate: Gate) {
    this.#stdin = stdin;
    this.#gate = gate;
    stdin?.on("drain", () => this.#letGo());
    stdin?.on("close", () => this.#letGo());
    // EPIPE: it reads no more, which is its right.
    stdin?.on("error", () => {});
  }

  write(record: AnyRecord): void {
    this.#writer.record(record);
    // What comes in one turn of the event loop goes out together, the last newline too: programs such as awk read whole lines.
    this.#turn ??= setImmediate(() => this.#endTurn());
  }

  end(): void {
    clearImmediate(this.#turn);
    this.#endTurn();
    this.#stdin?.end();
  }

  #endTurn(): void {
    this.#turn = undefined;
    this.#writer.end();
  }

  #send(text: string): void {
    if (this.#stdin?.writable !== true || this.#stdin.write(text) || this.#holding) return;
    this.#holding = true;
    this.#gate.hold();
  }

  #letGo(): void {
    if (!this.#holding) return;
    this.#holding = false;
    this.#gate.letGo();
  }
}
