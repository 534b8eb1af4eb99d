import { UsageError } from "../records/fault.ts";
import type { Config, Given, ServerEntry } from "./config.ts";
import { type KeyName, type KeyValue } from "./keys.ts";
import { NamedFiles } from "./namedFiles.ts";
import { type Environment } from "./variables.ts";
/** The values of one server's keys: its own, else those of `defaults`, else the table's. Read when they are asked for. */
export declare class ServerKeys {
    #private;
    readonly server: ServerEntry;
    readonly env: Environment;
    constructor(config: Config, server: ServerEntry, env: Environment, files?: NamedFiles);
    /** Throws a `UsageError` that points at the value. */
    get<K extends KeyName>(name: K): KeyValue<K>;
    /** A value that stands at a certain place. Throws a `UsageError` that points at it. */
    read<K extends KeyName>(name: K, given: Given): KeyValue<K>;
    /** Reads the file that a key names. Throws a `UsageError` that points at the key. */
    readFile<T>(name: KeyName, given: Given, path: string, read: (files: NamedFiles) => T): T;
    /** Where a key is given for this server. */
    given(name: KeyName): Given | undefined;
    /** The sections that count for this server, its own first. */
    get sections(): readonly ServerEntry["keys"][];
    /** The configuration's path, which relative ones begin beside. */
    get file(): string;
    problem(at: {
        readonly at: Given["at"];
    }, message: string): UsageError;
    /** `connections` of `defaults` and of the server: one can be replaced, the other is a ceiling. */
    connections(jobs: number | undefined): number;
}
