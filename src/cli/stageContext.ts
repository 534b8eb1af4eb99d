import { setMaxListeners } from "node:events";
import { openConfigs } from "../config/configs.ts";
import { Pools } from "../ftp/pools.ts";
import { Fault } from "../records/fault.ts";
import type { StageContext } from "../stages/context.ts";
import type { World } from "./world.ts";

export interface ContextRequest {
  readonly by: string;
  /** The run: begun here, or learnt from the input. */
  readonly run: () => string;
  readonly signal: AbortSignal;
  /** Stands for the configuration that records name. */
  readonly config: string | undefined;
  /** Connections to one server, for all stages of this process: they share its sessions. */
  readonly jobs?: number | undefined;
  /** Told of damaged input beside that of the stream itself. */
  readonly onDamage?: () => void;
  /** Told how saved streams ended. */
  readonly onEnding?: StageContext["ending"];
  readonly world: World;
}

/** What the stages of this process work with. */
export function openContext(request: ContextRequest): StageContext {
  const { by, run, signal, config, jobs, onDamage = () => {}, onEnding = () => {}, world } = request;
  const configs = openConfigs({ env: world.env, override: config, jobs });
  const pools = new Pools();
  // Each server and each session listens to it.
  setMaxListeners(0, signal);
  // Who waits for a server that will never answer is woken by its sockets closing.
  signal.addEventListener("abort", () => pools.close(), { once: true });
  return {
    get run() {
      return run();
    },
    by,
    signal,
    pools,
    settings(file, server, overrides) {
      if (file === "" && config === undefined) throw new Fault("config", "its record names no `config`; give --config");
      return configs.settings(file, server, overrides);
    },
    select: (file, selection) => configs.select(file, selection),
    stateFolder: world.stateFolder,
    ending: onEnding,
    damaged(message) {
      onDamage();
      world.terminal.note(message);
    },
    note: (message) => world.terminal.note(message),
  };
}
