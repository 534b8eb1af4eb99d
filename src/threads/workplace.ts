import { setMaxListeners } from "node:events";
import type { Observable } from "rxjs";
import { type Configs, openConfigs } from "../config/configs.ts";
import type { Environment } from "../config/variables.ts";
import { gated, gatedAtOnce } from "../flow/gate.ts";
import { onAbort } from "../ftp/onAbort.ts";
import { Pools } from "../ftp/pools.ts";
import { type Backend, type BackendRequest, runHere, type StepDescription } from "../pipeline/backend.ts";
import { STAGES } from "../pipeline/registry.ts";
import { importStages, UnusableModule } from "../pipeline/stageModule.ts";
import { Fault } from "../records/fault.ts";
import type { AnyRecord, ServerRecord } from "../records/record.ts";
import type { StageContext } from "../stages/context.ts";
import { fetchStage } from "../stages/fetch.ts";
import { listStage } from "../stages/list.ts";
import type { Stage } from "../stages/stage.ts";

export interface WorkplaceRequest {
  /** What variables in configurations stand for here. */
  readonly env: Environment;
  /** Absolute path of the folder for spill files; made when needed. */
  readonly stateFolder: string;
  /** Where the overall rate and the spare sessions stand, if others work on the same harvest: see `Pools`. */
  readonly overall?: SharedArrayBuffer | undefined;
  /** Where those see how many spare sessions are held here: see `Pools`. */
  readonly held?: SharedArrayBuffer | undefined;
}

/**
 * Where servers are worked on by the description of their steps alone: the far end of a backend, in a worker thread or on another
 * machine. Settings and secrets are resolved here, from the configuration that a server's record names, which is read once; its servers
 * share sessions by host and port.
 */
export class Workplace implements Backend {
  readonly #configs: Configs;
  readonly #stateFolder: string;
  readonly #pools: Pools;
  readonly #signals = new Set<AbortSignal>();

  constructor({ env, stateFolder, overall, held }: WorkplaceRequest) {
    this.#pools = new Pools({ overall, held });
    this.#configs = openConfigs({ env });
    this.#stateFolder = stateFolder;
  }

  /** As `Backend.run`. Rejects with an `UnusableModule` where the module of a step can't be had here: then nothing was begun. */
  async run(server: ServerRecord, steps: readonly StepDescription[], request: BackendRequest): Promise<void> {
    const stages = await Promise.all(steps.map(stepHere));
    // Each session listens to it.
    setMaxListeners(0, request.signal);
    this.#signals.add(request.signal);
    const forget = onAbort(request.signal, () => this.#closeIfAborted());
    const context = this.#context(request);
    const made = stages.map(({ stage, values }) => ({
      operator: (records: Observable<AnyRecord>) => records.pipe(stage.operator(values, context)),
    }));
    try {
      await runHere(server, made, request.emit, stages.every(isAtOnce) ? gatedAtOnce : gated);
    } finally {
      forget();
      this.#signals.delete(request.signal);
    }
  }

  /** Closes every session. */
  close(): void {
    this.#pools.close();
  }

  /** Who waits for a server that will never answer is woken by its sockets closing. */
  #closeIfAborted(): void {
    if ([...this.#signals].every(({ aborted }) => aborted)) this.close();
  }

  #context(request: BackendRequest): StageContext {
    const { run, by, signal } = request;
    return {
      ...{ run, by, signal, pools: this.#pools, stateFolder: this.#stateFolder },
      settings: (config, server, overrides = {}) => {
        if (config === "") throw new Fault("config", "its record names no `config`");
        const { jobs = request.jobs, rate = request.rate } = overrides;
        return this.#configs.settings(config, server, { ...overrides, jobs, rate });
      },
      select: (config, selection) =>
        this.#configs.select(config, selection, { jobs: request.jobs, rate: request.rate }),
      ending: (record) => request.ending(record),
      damaged: (message) => request.damaged(message),
      note: (message) => request.note(message),
    };
  }
}

interface StepHere {
  readonly stage: Stage;
  readonly values: StepDescription["values"];
}

/** As `gatedAtOnce` wants them; most harvests have no others. */
function isAtOnce({ stage }: StepHere): boolean {
  return Object.is(stage, listStage) || Object.is(stage, fetchStage);
}

async function stepHere({ stage: name, values, module }: StepDescription): Promise<StepHere> {
  const stages = module === undefined ? STAGES : (await importStages(module, module)).stages;
  const stage = stages.find((one) => one.name === name);
  if (stage === undefined) throw new UnusableModule(`there is no stage \`${name}\` in it`);
  return { stage, values };
}
