import type { AnyRecord } from "../../src/records/record.ts";
import type { Evidence } from "./evidence.ts";
import type { Excuse, Excuses } from "./excuses.ts";

/** What schedules came to, in numbers that add up. */
export interface Sums {
  readonly rounds: number;
  readonly fetched: number;
  /** Files that went on where an earlier try or run had stopped. */
  readonly resumed: number;
  /** Files that came by several sessions at once, and those of them that went on. */
  readonly divided: number;
  readonly dividedAgain: number;
  /** By how rounds ended. */
  readonly ended: Readonly<Record<string, number>>;
  /** Faults that struck, by kind, channel and command. */
  readonly struck: Readonly<Record<string, number>>;
  readonly excused: Readonly<Partial<Record<Excuse, number>>>;
  readonly mostConnected: number;
}

/** Adds up rounds, and sums of others. */
export class Tally {
  #rounds = 0;
  #fetched = 0;
  #resumed = 0;
  #divided = 0;
  #dividedAgain = 0;
  #mostConnected = 0;
  readonly #ended = new Map<string, number>();
  readonly #struck = new Map<string, number>();
  readonly #excused = new Map<string, number>();

  get sums(): Sums {
    return {
      rounds: this.#rounds,
      fetched: this.#fetched,
      resumed: this.#resumed,
      divided: this.#divided,
      dividedAgain: this.#dividedAgain,
      ended: Object.fromEntries(this.#ended),
      struck: Object.fromEntries(this.#struck),
      excused: Object.fromEntries(this.#excused),
      mostConnected: this.#mostConnected,
    };
  }

  addRound({ told, servers, plan }: Evidence): void {
    this.#rounds++;
    const fetched = (told.records ?? []).filter((record) => record["status"] === "fetched");
    this.#fetched += fetched.length;
    const isResumed = (record: AnyRecord) => record["resumed_from"] !== undefined;
    this.#resumed += fetched.filter(isResumed).length;
    const divided = fetched.filter((record) => record["segments"] !== undefined);
    this.#divided += divided.length;
    this.#dividedAgain += divided.filter(isResumed).length;
    add(this.#ended, plan === "clean" ? "clean" : told.ended, 1);
    for (const { struck, mostConnected } of servers) {
      for (const [kind, times] of struck) add(this.#struck, kind, times);
      this.#mostConnected = Math.max(this.#mostConnected, mostConnected);
    }
  }

  addExcuses({ counts }: Excuses): void {
    for (const [excuse, times] of counts) add(this.#excused, excuse, times);
  }

  addSums({ rounds, fetched, resumed, divided, dividedAgain, ended, struck, excused, mostConnected }: Sums): void {
    this.#rounds += rounds;
    this.#fetched += fetched;
    this.#resumed += resumed;
    this.#divided += divided;
    this.#dividedAgain += dividedAgain;
    this.#mostConnected = Math.max(this.#mostConnected, mostConnected);
    for (const [how, times] of Object.entries(ended)) add(this.#ended, how, times);
    for (const [kind, times] of Object.entries(struck)) add(this.#struck, kind, times);
    for (const [excuse, times] of Object.entries(excused)) add(this.#excused, excuse, times);
  }
}

function add(sums: Map<string, number>, key: string, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}
