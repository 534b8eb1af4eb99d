import { UsageError } from "../records/fault.ts";
import type { Config, Given, ServerEntry } from "./config.ts";
import { type Jobs, MOST_AUTO_CONNECTIONS } from "./connections.ts";
import { configKey, KEYS, type KeyName, type KeyValue } from "./keys.ts";
import { NamedFiles } from "./namedFiles.ts";
import { placed } from "./place.ts";
import { readKey } from "./readKey.ts";
import type { ServerSettings } from "./server.ts";
import { UnreadableFile } from "./smallFile.ts";
import type { Environment } from "./variables.ts";

/** The values of one server's keys: its own, else those of `defaults`, else the table's. Read when they are asked for. */
export class ServerKeys {
  readonly server: ServerEntry;
  readonly env: Environment;
  readonly #config: Config;
  readonly #files: NamedFiles;

  constructor(config: Config, server: ServerEntry, env: Environment, files = new NamedFiles()) {
    this.#config = config;
    this.server = server;
    this.env = env;
    this.#files = files;
  }

  /** Throws a `UsageError` that points at the value. */
  get<K extends KeyName>(name: K): KeyValue<K> {
    const { top, defaults } = this.#config;
    const given = this.server.keys.get(name) ?? defaults.get(name) ?? top.get(name);
    // The edge between the table and types: `default` is there exactly for those keys whose values are never undefined.
    return given === undefined ? (configKey(name).default as KeyValue<K>) : this.read(name, given);
  }

  /** A value that stands at a certain place. Throws a `UsageError` that points at it. */
  read<K extends KeyName>(name: K, given: Given): KeyValue<K> {
    return readKey(this.#config, name, given, this.env);
  }

  /** Reads the file that a key names. Throws a `UsageError` that points at the key. */
  readFile<T>(name: KeyName, given: Given, path: string, read: (files: NamedFiles) => T): T {
    try {
      return read(this.#files);
    } catch (error) {
      if (error instanceof UnreadableFile) throw this.problem(given, `\`${name}\`: ${path}: ${error.message}`);
      throw error;
    }
  }

  /** Where a key is given for this server. */
  given(name: KeyName): Given | undefined {
    return this.server.keys.get(name) ?? this.#config.defaults.get(name);
  }

  /** The sections that count for this server, its own first. */
  get sections(): readonly ServerEntry["keys"][] {
    return [this.server.keys, this.#config.defaults];
  }

  /** The configuration's path, which relative ones begin beside. */
  get file(): string {
    return this.#config.file;
  }

  problem(at: { readonly at: Given["at"] }, message: string): UsageError {
    return new UsageError(placed(this.#config.shown, at.at, message));
  }

  /**
   * `rate` of the server, else of `defaults`: the one at the top is for all servers together. Of servers with one host and port, which share what it
   * limits, the smallest counts.
   */
  rate(): number {
    const { servers, defaults } = this.#config;
    const all = [...servers.values()];
    const sharers = all.some(({ keys }) => keys.has("rate")) ? all.filter((one) => this.#isAt(one)) : [this.server];
    const rates = sharers.map(({ keys }) => this.#rate(keys.get("rate") ?? defaults.get("rate")));
    const limits = rates.filter((rate) => rate > 0);
    return limits.length === 0 ? 0 : Math.min(...limits);
  }

  overallRate(): number {
    return this.#rate(this.#config.top.get("rate"));
  }

  /** Whether another server's host and port are written like this one's. */
  #isAt({ keys }: ServerEntry): boolean {
    const { defaults } = this.#config;
    const isAlike = (name: KeyName) => {
      const [its, ours] = [keys, this.server.keys].map((own) => String((own.get(name) ?? defaults.get(name))?.value));
      return its?.toLowerCase() === ours?.toLowerCase();
    };
    // Without a port it follows from `secure`.
    return keys === this.server.keys || (["host", "port", "secure"] as const).every(isAlike);
  }

  #rate(given: Given | undefined): number {
    return given === undefined ? KEYS.rate.default : this.read("rate", given);
  }

  /**
   * `connections` of `defaults` and of the server: one can be replaced, the other is a ceiling. `auto` anywhere is `auto`: a server's own
   * stands beside what `defaults` say, as they say it of others; a number that was asked for is its ceiling.
   */
  connections(jobs: Jobs | undefined): Pick<ServerSettings, "connections" | "connections_auto"> {
    const shared = this.#config.defaults.get("connections");
    const given = this.server.keys.get("connections");
    const own = given === undefined ? undefined : this.read("connections", given);
    const inDefaults = own === "auto" || shared === undefined ? undefined : this.read("connections", shared);
    const wanted = jobs ?? inDefaults ?? (own === "auto" ? own : KEYS.connections.default);
    const ceilings = [wanted, own ?? wanted].map((most) => (most === "auto" ? MOST_AUTO_CONNECTIONS : most));
    return { connections: Math.min(...ceilings), connections_auto: wanted === "auto" || own === "auto" };
  }

  /** `segments` of the server, else what stands for that of `defaults`. */
  segments(instead: KeyValue<"segments"> | undefined): KeyValue<"segments"> {
    return this.server.keys.has("segments") ? this.get("segments") : (instead ?? this.get("segments"));
  }
}
