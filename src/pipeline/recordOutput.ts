import type { Gate } from "../flow/gate.ts";
import { NdjsonWriter } from "../records/ndjsonWriter.ts";
import type { AnyRecord } from "../records/record.ts";

/** What a byte sink must be able to do: a part of Node's `Writable`. */
export interface ByteSink {
  write(text: string | Uint8Array, done?: () => void): boolean;
  once(event: "drain", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** Where the records of a stage go: bytes to the next process. */
export class RecordOutput {
  readonly #sink: ByteSink;
  readonly #writer: NdjsonWriter;
  readonly #closed = new AbortController();
  #gate: Gate | undefined;
  #blocked = false;

  constructor(sink: ByteSink) {
    this.#sink = sink;
    this.#writer = new NdjsonWriter((text) => this.#write(text));
    // EPIPE: the reader left, as `head` does. Any other error (a full disk behind `>`) ends the output as well.
    sink.on("error", (error) => {
      this.#closed.abort(error);
      // Nobody will ever read on; who waits for that must wake up and end.
      this.#goOn();
    });
  }

  /** Called before bytes go out. */
  beforeWrite: () => void = () => {};

  /** Aborted when the reader has left; the reason is the error. */
  get closed(): AbortSignal {
    return this.#closed.signal;
  }

  /** Sources behind this gate wait while the reader does not read. */
  set gate(gate: Gate) {
    this.#gate = gate;
  }

  /** `line`: the record as it came in, where it did. */
  record(record: AnyRecord, line?: string): void {
    if (!this.#closed.signal.aborted) this.#writer.record(record, line);
  }

  /** Writes the last newline: an orderly end. Resolves when all is with the system, or the reader has left. */
  async end(): Promise<void> {
    if (this.#closed.signal.aborted) return;
    this.#writer.end();
    await new Promise<void>((resolve) => {
      this.#closed.signal.addEventListener("abort", () => resolve(), { once: true });
      this.#sink.write("", () => resolve());
    });
  }

  #write(text: string | Uint8Array): void {
    if (this.#closed.signal.aborted) return;
    this.beforeWrite();
    if (this.#sink.write(text) || this.#blocked) return;
    this.#blocked = true;
    this.#gate?.hold();
    this.#sink.once("drain", () => this.#goOn());
  }

  #goOn(): void {
    if (!this.#blocked) return;
    this.#blocked = false;
    this.#gate?.letGo();
  }
}
