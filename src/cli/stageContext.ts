import type { BackendWish } from "../config/backendOptions.ts";
import { openConfigs } from "../config/configs.ts";
import type { Jobs } from "../config/connections.ts";
import type { Environment } from "../config/variables.ts";
import { Pools } from "../ftp/pools.ts";
import { Fault } from "../records/fault.ts";
import type { StageContext } from "../stages/context.ts";
import { type OfflineContextRequest, offlineContext } from "./offlineContext.ts";

export interface ContextRequest extends OfflineContextRequest {
  /** Stands for the configuration that records name. */
  readonly config: string | undefined;
  /** Connections to one server, for all stages of this process: they share its sessions. */
  readonly jobs?: Jobs | undefined;
  /** Bytes of files a second, from all servers together; what their configuration says unless given. */
  readonly rate?: number | undefined;
}

/** What the stages of this process work with, and what whole harvests ask of a configuration beside its servers. */
export interface HarvestContext extends StageContext {
  /** Where a configuration wants its servers to be worked on. Throws a `UsageError`. */
  backendOf(config: string): BackendWish;
  readonly env: Environment;
  /** See `Configs`. */
  readonly pipe: string | undefined;
}

/** What the stages of this process work with. */
export function openContext(request: ContextRequest): HarvestContext {
  const { config, jobs, rate, signal, world } = request;
  const configs = openConfigs({ env: world.env, override: config, jobs, rate });
  const pools = new Pools();
  // Who waits for a server that will never answer is woken by its sockets closing.
  signal.addEventListener("abort", () => pools.close(), { once: true });
  const { ending, damaged, note, by, stateFolder } = offlineContext(request);
  return {
    get run() {
      return request.run();
    },
    ...{ by, signal, pools, stateFolder, ending, damaged, note },
    settings(file, server, overrides) {
      if (file === "" && config === undefined) throw new Fault("config", "its record names no `config`; give --config");
      return configs.settings(file, server, overrides);
    },
    select: (file, selection) => configs.select(file, selection),
    env: world.env,
    get pipe() {
      return configs.pipe;
    },
    backendOf: (file) => configs.backend(file),
  };
}
