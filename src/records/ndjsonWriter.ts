import { printableJson } from "./printable.ts";
import type { AnyRecord } from "./record.ts";

export interface NdjsonWriterOptions {
  /** A batch goes out when it has about this many bytes. */
  readonly maxBatchBytes?: number;
}

/** The size of a pipe's buffer on Linux. */
const MAX_BATCH_BYTES = 64 * 1024;
/** A batch goes out after this time at the latest: short for a person who watches, long for a computer. */
const FLUSH_AFTER_MS = 50;

/**
 * Records to NDJSON, in batches. The newline that ends a record is written together with the next record, and the last one by
 * `end()`: so input without a last newline is known to be cut.
 */
export class NdjsonWriter {
  readonly #write: (text: string) => void;
  readonly #maxBatchBytes: number;
  #batch = "";
  /** The last record's newline is still to be written. */
  #open = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(write: (text: string) => void, options: NdjsonWriterOptions = {}) {
    this.#write = write;
    this.#maxBatchBytes = options.maxBatchBytes ?? MAX_BATCH_BYTES;
  }

  /** `line`: how the record is spelled already, its type first. */
  record(record: AnyRecord, line: string = typeFirst(record)): void {
    this.#batch += this.#open ? `\n${line}` : line;
    this.#open = true;
    if (this.#batch.length >= this.#maxBatchBytes) this.flush();
    // Not unref'ed: a process that has nothing else to do must still get the batch out.
    else this.#timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  /** Writes what is waiting; the last record's newline still waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#batch;
    this.#batch = "";
    // Everywhere, not only on a terminal: what was saved is shown with `cat`. For a batch at once it costs 0.2 µs a record.
    if (batch !== "") this.#write(printableJson(batch));
  }

  /** An orderly end: writes all, with the last newline when there was a record. */
  end(): void {
    if (this.#open) this.#batch += "\n";
    this.#open = false;
    this.flush();
  }
}

function typeFirst(record: AnyRecord): string {
  for (const first in record) {
    if (first === "type") return JSON.stringify(record);
    break;
  }
  // Not by spreading: JavaScript puts keys such as "1" before all others.
  const { type, ...others } = record;
  const rest = JSON.stringify(others).slice(1);
  return `{"type":${JSON.stringify(type)}${rest === "}" ? "" : ","}${rest}`;
}
