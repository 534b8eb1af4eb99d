import { resolve } from "node:path";
import { Fault, UsageError } from "../records/fault.ts";
import type { BackendWish } from "./backendOptions.ts";
import type { Config } from "./config.ts";
import { loadConfig } from "./load.ts";
import { NamedFiles } from "./namedFiles.ts";
import { readKey } from "./readKey.ts";
import { type Selection, selectServers } from "./select.ts";
import type { ServerSettings } from "./server.ts";
import { type SettingsRequest, serverSettings } from "./settings.ts";
import type { Environment } from "./variables.ts";

/** What stands for the configuration's own values, for one question. */
export type Overrides = Pick<SettingsRequest, "jobs" | "rate" | "segments" | "to">;

/** The configurations that a process needs, each loaded once. Secrets are read for the servers that are asked for only. */
export interface Configs {
  /**
   * Settings of the server that a record names. Throws a `Fault` `config` when its configuration can't be read or has no usable
   * settings for it.
   */
  settings(config: string, server: string, overrides?: Overrides): ServerSettings;
  /** Settings of the servers that take part, in the configuration's order. Throws a `UsageError`. */
  select(config: string, selection: Selection, overrides?: Overrides): readonly ServerSettings[];
  /** Where a configuration wants its servers to be worked on. Throws a `UsageError`. */
  backend(config: string): BackendWish;
  /** A file that a configuration names (`password_file`, `ca`), which was read and can't be read again. */
  readonly pipe: string | undefined;
}

export interface ConfigsRequest extends Omit<SettingsRequest, "files"> {
  /** The configuration that stands for all that records name (`--config F`). */
  readonly override?: string | undefined;
}

export function openConfigs({ override, ...request }: ConfigsRequest): Configs {
  const loaded = new Map<string, Config | UsageError>();
  const files = new NamedFiles();
  const load = (named: string): Config => {
    const file = override ?? named;
    const key = resolve(file);
    const config = loaded.get(key) ?? loadOrRefuse(file);
    loaded.set(key, config);
    if (config instanceof UsageError) throw config;
    return config;
  };
  const merged = ({ jobs, rate, segments, to }: Overrides = {}): SettingsRequest => ({
    env: request.env,
    files,
    jobs: jobs ?? request.jobs,
    rate: rate ?? request.rate,
    segments: segments ?? request.segments,
    to: to ?? request.to,
  });
  return {
    get pipe() {
      return files.pipe;
    },
    settings(config, server, overrides) {
      try {
        return serverSettings(load(config), server, merged(overrides));
      } catch (error) {
        // A record's message is one line: the first problem.
        if (error instanceof UsageError)
          throw new Fault("config", error.message.replace(/\n[\s\S]*/, ""), { cause: error });
        throw error;
      }
    },
    select(config, selection, overrides) {
      const its = load(config);
      const asked = merged(overrides);
      return selectServers(its, selection).map((name) => serverSettings(its, name, asked));
    },
    backend: (config) => backendWish(load(config), request.env),
  };
}

/** A file that is no good is not read again for every record that names it. */
function loadOrRefuse(file: string): Config | UsageError {
  try {
    return loadConfig(file);
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

function backendWish(config: Config, env: Environment): BackendWish {
  const [backend, threads] = [config.top.get("backend"), config.top.get("threads")];
  return {
    backend: backend === undefined ? undefined : readKey(config, "backend", backend, env),
    threads: threads === undefined ? undefined : readKey(config, "threads", threads, env),
  };
}
