import { setMaxListeners } from "node:events";
import type { StageContext } from "../stages/context.ts";
import type { World } from "./world.ts";

export interface OfflineContextRequest {
  readonly by: string;
  /** The run: begun here, or learnt from the input. */
  readonly run: () => string;
  readonly signal: AbortSignal;
  /** Told of damaged input beside that of the stream itself. */
  readonly onDamage?: () => void;
  /** Told how saved streams ended. */
  readonly onEnding?: StageContext["ending"];
  readonly world: World;
}

/** What stages work with that ask for no server: neither configurations nor FTP are loaded for them. */
export function offlineContext(request: OfflineContextRequest): StageContext {
  const { by, run, signal, onDamage = () => {}, onEnding = () => {}, world } = request;
  // Each server and each session listens to it.
  setMaxListeners(0, signal);
  return {
    get run() {
      return run();
    },
    by,
    signal,
    get pools() {
      return isOffline();
    },
    settings: isOffline,
    select: isOffline,
    stateFolder: world.stateFolder,
    ending: onEnding,
    damaged(message) {
      onDamage();
      world.terminal.note(message);
    },
    note: (message) => world.terminal.note(message),
  };
}

function isOffline(): never {
  throw new Error("a stage that is said to be offline asks for a server");
}
