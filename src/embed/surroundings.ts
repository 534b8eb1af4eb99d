import { setMaxListeners } from "node:events";
import type { BackendWish } from "../config/backendOptions.ts";
import { type Configs, openConfigs } from "../config/configs.ts";
import type { Jobs } from "../config/connections.ts";
import { home } from "../config/localPath.ts";
import type { Environment } from "../config/variables.ts";
import { Gate } from "../flow/gate.ts";
import { Pools } from "../ftp/pools.ts";
import { stateFolder } from "../pipeline/journalFolder.ts";
import { newBy, newRunId } from "../pipeline/journalNames.ts";
import { PARKED_MAX } from "../pipeline/stageProcess.ts";
import { Fault } from "../records/fault.ts";
import type { StageContext } from "../stages/context.ts";
import type { ReportBelow } from "./reportBelow.ts";

/** What a harvest may be given of the world around it. */
export interface SurroundingsOptions {
  /**
   * Aborted: nothing more is begun and every connection is closed. What was left undone is still told, in `failure` and `harvested`
   * records, and the stream completes.
   */
  readonly signal?: AbortSignal | undefined;
  /** Stands for `process.env`: `${NAME}` in configurations, `FTP_HARVEST_STATE`, `HOME`. */
  readonly env?: Environment | undefined;
  /** Takes what the commands say on stderr, a line at a time. Without it only damaged input is told, as a warning of the process. */
  readonly onNote?: ((message: string) => void) | undefined;
}

/**
 * What all operators of one harvest share: its run, its configurations, one pool of sessions a server, its watermark. Closed when the
 * last of them is over.
 */
export class Surroundings {
  readonly run = newRunId();
  readonly #options: SurroundingsOptions;
  readonly #env: Environment;
  readonly #configs: Configs;
  readonly #pools = new Pools();
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  #gate: Gate | undefined;
  #members = 0;
  #jobs: Jobs | undefined;
  #rate: number | undefined;
  #saidHandWritten = false;

  constructor(options: SurroundingsOptions) {
    this.#options = options;
    this.#env = options.env ?? process.env;
    this.#configs = openConfigs({ env: this.#env });
    const { signal } = options;
    this.#signal = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
    // Each server and each session listens to it.
    setMaxListeners(0, this.#signal);
    // Who waits for a server that will never answer is woken by its sockets closing.
    this.#signal.addEventListener("abort", () => this.#pools.close(), { once: true });
  }

  get closed(): boolean {
    return this.#stop.signal.aborted;
  }

  /** Where the harvest's sources wait. `outer` is the gate that the harvest itself stands behind, known when it is subscribed to. */
  gateWithin(outer: Gate | undefined): Gate {
    this.#gate = new Gate(PARKED_MAX, outer);
    return this.#gate;
  }

  /** One more works here. Returns how it leaves; the last one closes everything. */
  enter(): () => void {
    this.#members++;
    let here = true;
    return () => {
      if (!here) return;
      here = false;
      this.#members--;
      if (this.#members === 0) this.close();
    };
  }

  /**
   * Connections to one server and the overall rate, for listing and fetching alike: they share its sessions. The first word counts, which
   * is that of the last stage, since streams are subscribed to from their end.
   */
  prefer(jobs: unknown, rate?: unknown): void {
    if (typeof jobs === "number" || jobs === "auto") this.#jobs ??= jobs;
    if (typeof rate === "number") this.#rate ??= rate;
  }

  /** What was preferred. */
  get jobs(): Jobs | undefined {
    return this.#jobs;
  }

  get rate(): number | undefined {
    return this.#rate;
  }

  get env(): Environment {
    return this.#env;
  }

  /** Where a configuration wants its servers to be worked on. Throws a `UsageError`. */
  backendOf(config: string): BackendWish {
    return this.#configs.backend(config);
  }

  /** See `Configs`. */
  get pipe(): string | undefined {
    return this.#configs.pipe;
  }

  /** Somebody asked for threads, and these operators can't go there. Said once. */
  noteHandWritten(): void {
    if (this.#saidHandWritten) return;
    this.#saidHandWritten = true;
    this.#options.onNote?.(
      "all work is done in one thread: operators stay where they are subscribed to; `harvest()` is divided",
    );
  }

  /** What a stage is given to work with. */
  context(stage: string, report: ReportBelow): StageContext {
    const { onNote } = this.#options;
    const stamp = { run: this.run, by: newBy(stage) };
    return {
      ...stamp,
      signal: this.#signal,
      pools: this.#pools,
      stateFolder: stateFolder(this.#env, home(this.#env)),
      settings: (config, server, overrides = {}) => {
        if (config === "") throw new Fault("config", "its record names no `config`");
        const { jobs = this.#jobs, rate = this.#rate } = overrides;
        return this.#configs.settings(config, server, { ...overrides, jobs, rate });
      },
      select: (config, selection) => this.#configs.select(config, selection, { jobs: this.#jobs, rate: this.#rate }),
      ending: (record) => report.tell(record),
      damaged: (message) => {
        (onNote ?? warn)(message);
        // As a command would end its records.
        report.tell({ type: "end", ...stamp, stage, code: 3, counts: {}, inputs: [] });
      },
      note: (message) => onNote?.(message),
    };
  }

  /** Ends all work. What was still parked waits for nobody: the gate must not stay shut for those who stand behind it. */
  close(): void {
    this.#stop.abort();
    this.#gate?.close();
  }
}

/** Nobody listens, but it must not be lost. */
function warn(message: string): void {
  process.emitWarning(message, "FtpHarvestWarning");
}
