import type { Evidence } from "./evidence.ts";
import type { Excuse, Excuses } from "./excuses.ts";

/** What schedules came to, in numbers that add up. */
export interface Sums {
  readonly rounds: number;
  readonly fetched: number;
  /** Files that went on where an earlier try or run had stopped. */
  readonly resumed: number;
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
  #mostConnected = 0;
  readonly #ended = new Map<string, number>();
  readonly #struck = new Map<string, number>();
  readonly #excused = new Map<string, number>();

  get sums(): Sums {
    return {
      rounds: this.#rounds,
      fetched: this.#fetched,
      resumed: this.#resumed,
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
    this.#resumed += fetched.filter((record) => record["resumed_from"] !== undefined).length;
    add(this.#ended, plan === "clean" ? "clean" : told.ended, 1);
    for (const { struck, mostConnected } of servers) {
      for (const [kind, times] of struck) add(this.#struck, kind, times);
      this.#mostConnected = Math.max(this.#mostConnected, mostConnected);
    }
  }

  addExcuses({ counts }: Excuses): void {
    for (const [excuse, times] of counts) add(this.#excused, excuse, times);
  }

  addSums({ rounds, fetched, resumed, ended, struck, excused, mostConnected }: Sums): void {
    this.#rounds += rounds;
    this.#fetched += fetched;
    this.#resumed += resumed;
    this.#mostConnected = Math.max(this.#mostConnected, mostConnected);
    for (const [how, times] of Object.entries(ended)) add(this.#ended, how, times);
    for (const [kind, times] of Object.entries(struck)) add(this.#struck, kind, times);
    for (const [excuse, times] of Object.entries(excused)) add(this.#excused, excuse, times);
  }
}

function add(sums: Map<string, number>, key: string, more: number): void {
  sums.set(key, (sums.get(key) ?? 0) + more);
}
