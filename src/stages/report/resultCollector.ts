import { tmpdir } from "node:os";
import { foldCodes } from "../../records/exitCode.ts";
import { textOf } from "../../records/fields.ts";
import { printable } from "../../records/printable.ts";
import type { AnyRecord } from "../../records/record.ts";
import { inTurns } from "./inTurns.ts";
import { type Judgement, judge } from "./judge.ts";
import { OutcomeStore, type StoredOutcomes } from "./outcomeStore.ts";
import { failureIn, type ResultFailure } from "./outcomes.ts";
import { ResultSet } from "./resultSet.ts";
import { SourceEndings } from "./sourceEndings.ts";
import { Tallies } from "./tallies.ts";

export interface CollectorOptions {
  /** Adds the files that were here already. */
  readonly withUnchanged?: boolean;
  /** No record at all is no fault. */
  readonly allowEmpty?: boolean;
  /** Something a person should know. */
  note(message: string): void;
}

/** A server as it is known, and its outcomes. */
interface Judged extends Judgement {
  readonly outcomes: StoredOutcomes;
}

/** Failures that name no server and are kept; the others are counted. */
const RUN_FAILURES_MAX = 100;

/**
 * Takes the records of one or several harvests in any order, some of them twice or missing, and makes the result set of them. Memory
 * holds about one kilobyte a server and 8 MiB, twice that while all is weighed; the rest is on disk. One of `finish` and `close` must be called.
 */
export class ResultCollector {
  readonly #options: CollectorOptions;
  readonly #store: OutcomeStore;
  readonly #tallies: Tallies;
  readonly #endings = new SourceEndings();
  readonly #runFailures: ResultFailure[] = [];
  #runFailureCount = 0;
  #records = 0;
  #malformed = 0;
  #finished = false;

  constructor(options: CollectorOptions) {
    this.#options = options;
    this.#store = new OutcomeStore(tmpdir(), options.withUnchanged === true);
    this.#tallies = new Tallies(this.#store);
  }

  /** Bytes of names in memory now. */
  get heldBytes(): number {
    return this.#store.held;
  }

  /** Throws a `Fault` `disk` when names can't be kept. */
  add(record: AnyRecord): void {
    this.#records++;
    if (record.type === "end") this.#endings.end(record);
    else if (record.type === "source") this.#endings.source(record);
    else if (record.type === "failure" && textOf(record, "server") === undefined) this.#failureOfRun(record);
    else if (!this.#tallies.take(record)) this.#malformed++;
  }

  /** The report itself was told to end, with this exit code: what is missing then was not left out on purpose. */
  signalled(code: number): void {
    this.#endings.signalled(code);
  }

  /**
   * To be called once, after the last record. Many outcomes take seconds, in which others get their turns. The names are the result
   * set's from then on: it must be closed. Throws a `Fault` `disk`, and an error when it is closed meanwhile.
   */
  async finish(): Promise<ResultSet> {
    const judgements = await inTurns(this.#judgeAll());
    const { cut, code } = this.#endings;
    const damaged = this.#noteDamage(judgements);
    const empty = this.#records === 0 && this.#options.allowEmpty !== true;
    this.#noteFiltered(judgements);
    this.#finished = true;
    const failed = this.#runFailureCount > 0 || judgements.some(({ result }) => result.result === 1);
    return new ResultSet({
      store: this.#store,
      servers: new Map(judgements.map(({ result, outcomes }) => [result, outcomes])),
      withUnchanged: this.#options.withUnchanged === true,
      runFailures: this.#runFailures,
      runFailureCount: this.#runFailureCount,
      code: foldCodes(code, cut || damaged || empty ? 3 : 0, failed ? 1 : 0),
    });
  }

  /** Gives up what has come, unless it was finished: then the result set has it. */
  close(): void {
    if (!this.#finished) this.#store.close();
  }

  #failureOfRun(record: AnyRecord): void {
    const failure = failureIn(record);
    if (this.#runFailures.some(({ code, message }) => code === failure.code && message === failure.message)) return;
    this.#runFailureCount++;
    if (this.#runFailures.length < RUN_FAILURES_MAX) this.#runFailures.push(failure);
  }

  /** In the configuration's order: as selected, then as `server` records say, then as they appeared. */
  *#judgeAll(): Generator<void, Judged[]> {
    const selected = this.#endings.selected();
    const expected = this.#endings.expected();
    for (const server of expected) this.#tallies.of(server);
    const places = new Map([...selected.keys()].map((server, place) => [server, place]));
    const inOrder = [...this.#tallies.byServer.values()].sort(
      (a, b) => compare(places.get(a.server), places.get(b.server)) || compare(a.order, b.order),
    );
    const judged: Judged[] = [];
    for (const tally of inOrder) {
      const { count, outcomes } = yield* this.#store.settle(tally.chain, [...tally.sums.keys()]);
      const { server } = tally;
      const request = { tally, count, endings: this.#endings };
      const judgement = judge({ ...request, bufferPath: selected.get(server), expected: expected.has(server) });
      if (!judgement.passedOver) judged.push({ ...judgement, outcomes });
    }
    return judged;
  }

  #noteDamage(judgements: readonly Judgement[]): boolean {
    if (this.#malformed > 0) {
      this.#options.note(`damaged: ${this.#malformed} records lack what they must have, or their sums are wrong`);
    }
    const over = judgements.filter(({ surplus }) => surplus > 0);
    const [first] = over;
    if (first !== undefined) {
      const others = over.length === 1 ? "" : `, and ${over.length - 1} more servers`;
      const where = `${printable(first.result.server)} has ${first.surplus} more than asked for`;
      this.#options.note(`damaged: there are more outcomes than files: ${where}${others}`);
    }
    return this.#malformed > 0 || over.length > 0;
  }

  /** Who took a few files by `head` or a cut knows that there were more. */
  #noteFiltered(judgements: readonly Judgement[]): void {
    if (this.#endings.closed || this.#endings.interrupted) return;
    let listed = 0;
    let asked = 0;
    for (const judgement of judgements) {
      listed += judgement.listed;
      asked += Math.min(judgement.asked, judgement.listed);
    }
    if (asked < listed) this.#options.note(`filtered: ${asked} of ${listed} listed files were asked for`);
  }
}

/** Those without a place come last, as they are. */
function compare(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
}
