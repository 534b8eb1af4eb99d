import { UsageError } from "../records/fault.ts";
import type { Config, Given, ServerEntry } from "./config.ts";
import { configKey, KEYS, type KeyName, type KeyValue } from "./keys.ts";
import { NamedFiles } from "./namedFiles.ts";
import { placed } from "./place.ts";
import { readKey } from "./readKey.ts";
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

  /** `connections` of `defaults` and of the server: one can be replaced, the other is a ceiling. */
  connections(jobs: number | undefined): number {
    const { defaults } = this.#config;
    const shared = defaults.get("connections");
    const own = this.server.keys.get("connections");
    const wanted = jobs ?? (shared === undefined ? KEYS.connections.default : this.read("connections", shared));
    return own === undefined ? wanted : Math.min(wanted, this.read("connections", own));
  }
}
