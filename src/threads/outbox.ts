import type { AnyRecord } from "../records/record.ts";
import type { FromWorker } from "./messages.ts";

/** Takes messages to the other thread: a part of Node's `MessagePort`. */
export interface Post {
  postMessage(message: readonly FromWorker[]): void;
}

/** Records in one message: the cost of a message is spread over them; 64 take 2.4 µs each, one alone 7, as text 3.0 and 6.6. */
const BATCH_MAX = 64;

/** Nobody notices that a record is so late. */
const LATE_ms = 20;

/** What a worker says, gathered into few messages. In order for each server. */
export class Outbox {
  readonly #post: Post;
  readonly #batches = new Map<number, AnyRecord[]>();
  #timer: NodeJS.Timeout | undefined;

  constructor(post: Post) {
    this.#post = post;
  }

  record(id: number, record: AnyRecord): void {
    const batch = this.#batches.get(id);
    if (batch === undefined) this.#batches.set(id, [record]);
    else if (batch.push(record) >= BATCH_MAX) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), LATE_ms);
  }

  /** Sends something behind all that was said before. */
  say(message: FromWorker): void {
    this.flush([message]);
  }

  /** Sends all that has gathered, and these. */
  flush(last: readonly FromWorker[] = []): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const records = [...this.#batches].map(([id, records]): FromWorker => ({ say: "records", id, records }));
    this.#batches.clear();
    this.#send([...records, ...last]);
  }

  /** A stage that others wrote may put into a record what only its text form can carry. */
  #send(messages: readonly FromWorker[]): void {
    if (messages.length === 0) return;
    try {
      this.#post.postMessage(messages);
    } catch {
      this.#post.postMessage(JSON.parse(JSON.stringify(messages)));
    }
  }
}
