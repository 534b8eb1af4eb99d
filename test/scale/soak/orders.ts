/** What the harvesting process is told to do next. It does one thing at a time. */
export type Order =
  | { readonly order: "harvest"; readonly config: string; readonly to: string; readonly way: Way }
  | {
      readonly order: "leave";
      readonly config: string;
      readonly to: string;
      readonly how: Leaving;
      readonly after: number;
    }
  | { readonly order: "look" }
  /** Writes the heap to a file, for the tools of Chrome. */
  | { readonly order: "snapshot"; readonly path: string };

/** The ways in which a program harvests to the end. */
export type Way = "openHarvest" | "harvest" | "operators";

/** How a harvest is left after so many records: its signal is aborted, or its loop is left. */
export type Leaving = "abort" | "break";

export const WAYS: readonly Way[] = ["openHarvest", "harvest", "operators"];
export const LEAVINGS: readonly Leaving[] = ["abort", "break"];

/** What it answers, once for each order. */
export type Answer =
  | ({ readonly done: "harvest" } & Harvested)
  | { readonly done: "leave" | "snapshot" }
  | { readonly done: "look"; readonly held: Held }
  | { readonly done: "error"; readonly message: string };

/** What a harvest came to. */
export interface Harvested {
  readonly code: number;
  /** Of each server: 0 or 1. */
  readonly results: Readonly<Record<string, number>>;
  /** Why, in words: some of the failures. */
  readonly failures: readonly string[];
}

/** What the process holds, in KiB where it is memory. */
export interface Held {
  readonly rss_KiB: number;
  readonly heapUsed_KiB: number;
  readonly external_KiB: number;
  readonly descriptors: number;
  readonly sockets: number;
  readonly handles: string;
}
