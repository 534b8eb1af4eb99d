import type { ServerKind } from "../servers/installed.ts";
import type { Compiler } from "./compiled.ts";

/** What was asked for, and what there is to do it with. */
export interface Bench {
  /** Takes all that a scenario writes, in memory where there is room. */
  readonly folder: string;
  /** Small numbers, to see that all works. */
  readonly quick: boolean;
  /** Each client runs so many times; a scenario has a number of its own. */
  readonly rounds: number | undefined;
  /** Only these; all unless given. */
  readonly rivals: readonly string[] | undefined;
  /** Files of each server, or records, instead of the scenario's own number. */
  readonly files: number | undefined;
  readonly kind: ServerKind;
  /** This process is in a network namespace of its own. */
  readonly apart: boolean;
  readonly compiler: Compiler;
  readonly signal: AbortSignal;
  say(line: string): void;
}

/** What a scenario has found, in Markdown. */
export interface Findings {
  /** Tells it from other runs of the scenario, such as `small (proftpd)`. */
  readonly name: string;
  readonly title: string;
  /** How it was done: rounds, servers, network. */
  readonly manner: readonly string[];
  readonly table: string;
  /** Of programs that took part, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Who could not take part, and why. */
  readonly absent: readonly string[];
  /** What went wrong: a client failed, or did not bring all. */
  readonly faults: readonly string[];
}

/** Something that is measured: one file in `scenarios`, and a line in `scenarios.ts`. */
export interface Scenario {
  /** As on the command line. */
  readonly name: string;
  /** One line of the usage. */
  readonly what: string;
  /** Throws a `Skipped`. */
  run(bench: Bench): Promise<Findings>;
}

/** What a scenario needs is not on this machine. */
export class Skipped extends Error {}
