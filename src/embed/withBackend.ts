import { AsyncLocalStorage } from "node:async_hooks";
import { type BackendWish, type BackendWord, backendOptions } from "../config/backendOptions.ts";
import { optionValues } from "../config/optionValues.ts";
import type { Backend } from "../pipeline/backend.ts";

/** Where servers are worked on: a word, or a backend that somebody has written. */
export interface BackendChoice {
  readonly backend?: BackendWord | Backend | undefined;
  /** Worker threads at most, instead of one for each core; given alone it means `backend: "threads"`. */
  readonly threads?: number | undefined;
}

const chosen = new AsyncLocalStorage<BackendWish<BackendWord | Backend>>();

/**
 * Calls a function, which may be async, and has the harvests that are made or subscribed to within use this backend: those that name
 * none themselves, instead of what their configuration says. Blocks may stand within one another. Throws a `UsageError` for what is no
 * backend.
 */
export function withBackend<T>(choice: BackendChoice, work: () => T): T {
  return chosen.run(checkedChoice("withBackend", choice), work);
}

/** What the innermost block around this call says. */
export function chosenBackend(): BackendWish<BackendWord | Backend> {
  return chosen.getStore() ?? {};
}

/** Throws a `UsageError`; `who` is what it begins with. */
export function checkedChoice(who: string, { backend, threads }: BackendChoice): BackendWish<BackendWord | Backend> {
  if (typeof backend === "object") return { backend, ...pickThreads(who, threads) };
  return optionValues(who, backendOptions, { backend, threads });
}

function pickThreads(who: string, threads: number | undefined): BackendWish<never> {
  return { threads: optionValues(who, backendOptions, { threads }).threads };
}
