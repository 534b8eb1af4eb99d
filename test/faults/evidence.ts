import type { AnyRecord } from "../../src/records/record.ts";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import type { RoundPlan, Schedule, ServerPlan } from "./schedule.ts";

/** What a round left behind, as the servers, the disk and the harvest itself tell it. */
export interface Evidence {
  readonly schedule: Schedule;
  /** From 0. */
  readonly round: number;
  /** Nothing went wrong in it; the last one. */
  readonly plan: RoundPlan | "clean";
  readonly told: Told;
  readonly servers: readonly ServerEvidence[];
  /** Changes of what lies outside the servers' folders. */
  readonly outside: readonly string[];
  /** Warnings and rejections of this process meanwhile. */
  readonly incidents: readonly string[];
  /** Texts of files that are for people: journals. */
  readonly written: readonly string[];
}

/** What the harvest says. */
export interface Told {
  /** How the round really ended: a signal may have come too late. */
  readonly ended: "completed" | "aborted" | "left" | "signalled" | "killed" | "head";
  /** By server; of a report that was killed there are none. */
  readonly rows: ReadonlyMap<string, Row>;
  /** How long it took, by its own clock; of commands at the most. */
  readonly took_ms: number;
  /** Of the result set, or of `ftp-report` and `ftp-harvest`. */
  readonly code: number;
  /** Of each command by its stage; none of operators. */
  readonly codes: ReadonlyMap<string, number>;
  /** What came out of the fetch; none of `ftp-harvest`. */
  readonly records: readonly AnyRecord[] | undefined;
  /** All else that was said: stdout, stderr, notes. */
  readonly text: string;
}

/** A server's row of the result set. */
export interface Row {
  readonly result: number;
  readonly number_of_files: number;
  readonly files: readonly (readonly [name: string, size: number])[];
  /** Known of operators only. */
  readonly reasons?: { readonly failed: number; readonly others: readonly string[] };
}

/** `said`: by listings and SIZE; `listed`: by listings alone. */
export interface Lie {
  readonly said?: number;
  readonly listed?: number;
}

/** One server and its folder after a round. */
export interface ServerEvidence {
  readonly name: string;
  readonly plan: ServerPlan;
  /** What each file was during the round, by its path as text, oldest first; what it was before it is first. */
  readonly versions: ReadonlyMap<string, readonly FileVersion[]>;
  /** Every content that each path had in this round and before. */
  readonly ever: ReadonlyMap<string, readonly FileVersion[]>;
  /** Contents here that an exception has allowed, in this round or before. */
  readonly allowed: Set<string>;
  /** What the server says of files' sizes, where that may not be the truth. */
  readonly lies: ReadonlyMap<string, Lie>;
  /** Paths whose file was there throughout, and the same. */
  readonly steady: ReadonlySet<string>;
  /** Regular files below its folder by name, without parts. */
  readonly disk: ReadonlyMap<string, Buffer>;
  readonly parts: readonly string[];
  /** Its lock, and what else lies beside its folder under names of our own. */
  readonly lock: boolean;
  readonly note: boolean;
  /** What lay there before the round. */
  readonly left: {
    readonly disk: ReadonlyMap<string, Buffer>;
    readonly parts: readonly string[];
    readonly lock: boolean;
    readonly note: boolean;
  };
  /** Files of which each transfer of the round went out to its last byte and was answered with a negative reply then. */
  readonly takenBack: ReadonlySet<string>;
  /** Faults that have struck, such as `reset data RETR`. */
  readonly struck: ReadonlyMap<string, number>;
  readonly mostConnected: number;
  readonly mostLoggedIn: number;
  readonly openSockets: number;
}

/** The name here of a path on a server. */
export function nameOf(path: string): string {
  return path.slice(1);
}

/** Whether a fault of one of these kinds struck, such as `insert data MLSD`. */
export function hasStruck({ struck }: ServerEvidence, kinds: RegExp): boolean {
  return [...struck.keys()].some((kind) => kinds.test(kind));
}

/** The outcomes that records tell of a server: `download`, `failure` and `skipped` with a path. */
export function outcomesOf({ told }: Evidence, server: string): AnyRecord[] {
  return (told.records ?? []).filter(
    (record) => record["server"] === server && typeof record["path"] === "string" && isOutcome(record),
  );
}

function isOutcome({ type }: AnyRecord): boolean {
  return type === "download" || type === "failure" || type === "skipped";
}
