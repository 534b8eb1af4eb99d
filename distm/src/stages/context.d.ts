import type { Overrides } from "../config/configs.ts";
import type { Selection } from "../config/select.ts";
import type { ServerSettings } from "../config/server.ts";
import type { Pools } from "../ftp/pools.ts";
import type { EndRecord, SourceRecord } from "../records/record.ts";
/** What a stage is given to work with. Nothing here is global: each harvest in a process has its own. */
export interface StageContext {
    /** The run's id for records that no input record gives one to. */
    readonly run: string;
    /** This stage process, such as `list-7f3a`. */
    readonly by: string;
    /** Aborted when work must stop: a signal, a closed reader. */
    readonly signal: AbortSignal;
    /** Settings of a server, secrets included, by the configuration that its records name. Throws a `Fault` `config`. */
    settings(config: string, server: string, overrides?: Overrides): ServerSettings;
    /**
     * The servers of a configuration that take part, in its order, with their secrets. Throws a `UsageError` for a wrong
     * configuration, or when nothing matches.
     */
    select(config: string, selection: Selection): readonly ServerSettings[];
    /** Sessions, shared by all stages of this process. */
    readonly pools: Pools;
    /** Absolute path of the folder for journals and spill files; made when needed. */
    readonly stateFolder: string;
    /** How a saved stream ended, for the exit code and the report. Such records are not for the stream. */
    ending(record: EndRecord | SourceRecord): void;
    /** A foreign program's output, or a file, that is no NDJSON: said to people, and the run ends with exit code 3. */
    damaged(message: string): void;
    /** Something a person should know; goes to stderr, not into the stream. */
    note(message: string): void;
}
