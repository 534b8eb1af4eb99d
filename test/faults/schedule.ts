import type { Segments } from "../../src/config/segmentsKind.ts";
import type { ServerFault, TreeChange } from "../servers/scripted/fault.ts";
import type { Meanwhile } from "../servers/scripted/script.ts";

/** A disaster from its beginning to its end: plain JSON, so that it can be printed, replayed and changed by hand. */
export interface Schedule {
  /**
   * `one passing`: each server has one fault that passes, and the retries to get over it: all files come in that very round.
   * `any`: nothing is expected of the rounds with faults but that they tell the truth.
   */
  readonly profile: "any" | "one passing";
  readonly form: Form;
  readonly options: OptionsPlan;
  readonly servers: readonly ServerPlan[];
  /** Rounds in which things go wrong. One more follows in which nothing does: it must mend all. */
  readonly rounds: readonly RoundPlan[];
}

/**
 * In this process `operators`, all of them by `openHarvest`, and `chain`, the same piped by hand. As commands `pipe`, which is
 * `ftp-list | ftp-fetch | ftp-report`, and `harvest`, the one command; `threads` is that one with its servers divided over two threads.
 */
export type Form = (typeof FORMS)[number];

export const FORMS = ["operators", "chain", "pipe", "harvest", "threads"] as const;

/** Whether it is the one command. */
export function isHarvest(form: Form): boolean {
  return form === "harvest" || form === "threads";
}

/** Whether a harvest of this form works in the process that runs the schedule. */
export function isInProcess(form: Form): boolean {
  return form === "operators" || form === "chain";
}

/** Keys of the configuration and options, named alike. */
export interface OptionsPlan {
  readonly connections: number | "auto";
  /** Unless a round has its own; 1 where nothing is said. */
  readonly segments?: Segments;
  /** Bytes of files a second, from each server and from all together; as many as come unless given. */
  readonly rate?: number;
  readonly overall_rate?: number;
  readonly retries: number;
  /** Seconds. */
  readonly timeout: number;
  readonly verify: "size" | "hash";
  readonly if_exists: "same" | "always";
  readonly fsync: boolean;
  /** Bytes. */
  readonly max_file_size: number;
  readonly max_entries: number;
  readonly checksum: boolean;
  readonly keepOrder: boolean;
}

export interface ServerPlan {
  /** By their paths, as text. */
  readonly files: Readonly<Record<string, FilePlan>>;
  /** Without MLSD its listings know days or minutes only. */
  readonly listing: "MLSD" | "LIST";
  readonly listTimes: "days" | "minutes";
  /** `pasv`: it has no EPSV, and its PASV names an address where nobody listens, as behind NAT. */
  readonly passive: "epsv" | "pasv";
  /** `explicit`: AUTH TLS, for data as well. */
  readonly tls: "none" | "explicit";
  readonly rest: "obeyed" | "refused" | "ignored";
  /** How it takes a passive command while it transfers. */
  readonly meanwhile: "in turn" | Meanwhile;
  /** Commands that it does not know. */
  readonly lacks: readonly ("SIZE" | "MDTM")[];
  /** It knows XSHA256. */
  readonly hash: boolean;
  /** Connections that it takes at once, and what one more is told; null: it is reset. */
  readonly maxConnections: number | null;
  readonly surplus: string | null;
}

export interface FilePlan {
  readonly size: number;
  readonly seed: number;
  /** `YYYYMMDDhhmmss`, UTC. */
  readonly modified: string;
  /** What listings and SIZE say of its size, where that is not the truth. */
  readonly said?: number;
  /** What listings alone say of it. */
  readonly listed?: number;
}

export interface RoundPlan {
  /** In the order of the schedule's servers. */
  readonly servers: readonly {
    /** What happens to files before the round. */
    readonly changes: readonly FileChange[];
    readonly faults: readonly ServerFault[];
  }[];
  /** In place of the schedule's: what came in segments may be gone on with in fewer, in more or in one stream. */
  readonly segments?: Segments;
  readonly ends: RoundEnd;
}

export interface FileChange {
  readonly path: string;
  readonly change: TreeChange;
}

/** As soon as the servers together have had so many commands, or so many faults have struck there; if they never have, it is never. */
export interface Moment {
  readonly at: number;
  readonly of: "commands" | "faults";
}

/** How a round is ended. */
export type RoundEnd =
  | { readonly how: "completes" }
  /** Operators: the signal that they were given is aborted. */
  | ({ readonly how: "abort" } & Moment)
  /** `operators`: the loop is left after so many records. */
  | { readonly how: "leave"; readonly records: number }
  /** Commands: a signal to all of them, as a terminal or a service manager sends it. */
  | ({ readonly how: "signal"; readonly signal: "SIGINT" | "SIGTERM" } & Moment)
  /** Commands: kill -9 of one of them; of `ftp-harvest`, where it is the only one. */
  | ({ readonly how: "kill"; readonly stage: "list" | "fetch" | "report" } & Moment)
  /** Pipe: `head` between the listing and the fetch. */
  | { readonly how: "head"; readonly lines: number };

/** What `segments` is in a round. */
export function segmentsIn(
  { options: { segments = 1 } }: Pick<Schedule, "options">,
  plan: RoundPlan | "clean",
): Segments {
  return (plan === "clean" ? undefined : plan.segments) ?? segments;
}

/** The names of a schedule's servers, which are those of their folders. */
export function serverName(place: number): string {
  return `server-${place + 1}`;
}
