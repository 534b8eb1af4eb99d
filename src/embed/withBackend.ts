import { AsyncLocalStorage } from "node:async_hooks";
import { type BackendWish, type BackendWord, backendOptions } from "../config/backendOptions.ts";
import { optionValues } from "../config/optionValues.ts";
import type { Backend } from "../pipeline/backend.ts";
import { UsageError } from "../records/fault.ts";

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
  if (!isByName(choice)) throw new UsageError('withBackend: options are given by name, such as { backend: "threads" }');
  const { own, others } = withoutOwn(choice);
  const { backend = own, threads } = optionValues("withBackend", backendOptions, others);
  return chosen.run({ backend, threads }, work);
}

/** What the innermost block around this call says. */
export function chosenBackend(): BackendWish<BackendWord | Backend> {
  return chosen.getStore() ?? {};
}

/** Tells a backend that somebody has written apart from the options that are given with it, whose values are yet to be looked at. */
export function withoutOwn<T extends BackendChoice>(
  given: T,
): { readonly own: Backend | undefined; readonly others: Omit<T, "backend"> & { backend?: BackendWord | undefined } } {
  const { backend, ...others } = given;
  // The edge: what is neither a word nor a backend is told when values are looked at.
  return isBackend(backend)
    ? { own: backend, others }
    : { own: undefined, others: { ...others, backend: backend as BackendWord } };
}

function isBackend(given: unknown): given is Backend {
  return typeof given === "object" && given !== null && "run" in given && typeof given.run === "function";
}

function isByName(choice: unknown): choice is BackendChoice {
  return typeof choice === "object" && choice !== null && !Array.isArray(choice);
}
