import { availableParallelism } from "node:os";
import { AUTO_LEAST, type BackendWish, type BackendWord } from "../config/backendOptions.ts";
import { type Backend, inlineBackend } from "../pipeline/backend.ts";
import type { WorkerFacts } from "./messages.ts";
import { staysHere, type WorkToDivide } from "./staysHere.ts";
import { Threads } from "./threads.ts";

export interface BackendFacts extends WorkToDivide, WorkerFacts {
  readonly servers: number;
  readonly note: (message: string) => void;
  readonly cores?: number;
}

/** A backend for one harvest. */
export interface OpenBackend {
  readonly backend: Backend;
  /** Ends what it has begun, when that is over. Undefined where there is nothing to end. Never rejects. */
  readonly close: (() => Promise<void>) | undefined;
}

/** The backend that was wished for, or the one in this process where that can't be: which is said. */
export function openBackend(wish: BackendWish<BackendWord | Backend>, facts: BackendFacts): OpenBackend {
  const { backend = wish.threads === undefined ? "inline" : "threads", threads } = wish;
  const { servers, note, env, stateFolder, overall, cores = availableParallelism() } = facts;
  // Whose it is may end it.
  if (typeof backend === "object") return { backend, close: undefined };
  if (backend === "inline" || (backend === "auto" && !isWorthIt(cores, servers))) return INLINE;
  const why = staysHere(facts);
  if (why !== undefined) {
    // Whoever leaves the choice to us need not be told.
    if (backend === "threads") note(`all work is done in one thread: ${why}`);
    return INLINE;
  }
  const most = Math.min(threads ?? cores, servers);
  const onRefused = (reason: string) =>
    note(`all work is done in one thread: a stage can't be loaded into another: ${reason}`);
  const divided = new Threads({ env: { ...env }, stateFolder, overall, most, onRefused });
  return { backend: divided, close: () => divided.close() };
}

const INLINE: OpenBackend = { backend: inlineBackend, close: undefined };

function isWorthIt(cores: number, servers: number): boolean {
  return cores >= AUTO_LEAST.cores && servers >= AUTO_LEAST.servers;
}
