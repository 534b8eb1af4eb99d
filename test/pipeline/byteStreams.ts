import { PassThrough } from "node:stream";
import type { ByteSink } from "../../src/pipeline/recordOutput.ts";
import type { AnyRecord } from "../../src/records/record.ts";

/** The bytes that a well-behaved stage writes. */
export function linesOf(...records: AnyRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** A stream with these bytes, which then ends. */
export function streamOf(text: string): PassThrough {
  const stream = new PassThrough();
  stream.end(text);
  return stream;
}

/** A sink that keeps what it is given, and does what a test says. */
export class HeldSink implements ByteSink {
  text = "";
  /** What `write` answers: false asks to wait for `drain`. */
  takes = true;
  /** Called before bytes are taken. */
  onWrite: (text: string) => void = () => {};
  readonly #drains: (() => void)[] = [];
  readonly #errors: ((error: Error) => void)[] = [];

  write(text: string | Uint8Array, done?: () => void): boolean {
    this.onWrite(String(text));
    this.text += String(text);
    done?.();
    return this.takes;
  }

  once(_: "drain", listener: () => void): void {
    this.#drains.push(listener);
  }

  on(_: "error", listener: (error: Error) => void): void {
    this.#errors.push(listener);
  }

  drain(): void {
    this.takes = true;
    for (const listener of this.#drains.splice(0)) listener();
  }

  fail(code: string): void {
    for (const listener of this.#errors) listener(Object.assign(new Error(`write ${code}`), { code }));
  }

  get records(): AnyRecord[] {
    return this.text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  }
}
