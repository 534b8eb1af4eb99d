import type { BackendRequest, StepDescription } from "../pipeline/backend.ts";
import type { AnyRecord, EndRecord, ServerRecord, SourceRecord } from "../records/record.ts";

/** What a worker is given when it begins: what this process knows of the world around it. */
export interface WorkerFacts {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stateFolder: string;
  /** Where the overall rate and the spare sessions stand, of all threads of a harvest: see `Pools`. */
  readonly overall: SharedArrayBuffer;
}

/** A server to work on. */
export interface Order {
  /** Its own among those of a worker. */
  readonly id: number;
  readonly server: ServerRecord;
  readonly steps: readonly StepDescription[];
  readonly run: string;
  readonly by: string;
  readonly jobs: BackendRequest["jobs"];
  readonly rate: BackendRequest["rate"];
  readonly epoch: number;
}

export type ToWorker =
  | { readonly say: "work"; readonly order: Order }
  /** So many records were taken. */
  | { readonly say: "taken"; readonly id: number; readonly records: number }
  /** The harvest is to stop; what was left undone is still told. */
  | { readonly say: "abort"; readonly id: number }
  /** Nobody wants any more of it. */
  | { readonly say: "drop"; readonly id: number }
  /** Whether it hears anything at all. */
  | { readonly say: "ping" }
  /** All work is over. */
  | { readonly say: "close" };

export type FromWorker =
  | { readonly say: "records"; readonly id: number; readonly records: readonly AnyRecord[] }
  | { readonly say: "pong" }
  | { readonly say: "note" | "damaged"; readonly id: number; readonly message: string }
  | { readonly say: "ending"; readonly id: number; readonly record: EndRecord | SourceRecord }
  | { readonly say: "done"; readonly id: number }
  | { readonly say: "broken"; readonly id: number; readonly error: CarriedError }
  /** Its steps can't be had here: nothing was begun. */
  | { readonly say: "refused"; readonly id: number; readonly why: string };

/** An error as it passes between threads: structured clone leaves the class behind. */
export interface CarriedError {
  readonly is: "fault" | "usage" | "bug";
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string;
  readonly retry: boolean;
}

/**
 * Records of one server that may be on their way between threads: with as many parked in the worker, what makes more waits.
 */
export const ON_THEIR_WAY_MAX = 512;
