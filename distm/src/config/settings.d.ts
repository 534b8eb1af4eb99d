import { type Config } from "./config.ts";
import type { NamedFiles } from "./namedFiles.ts";
import type { ServerSettings } from "./server.ts";
import type { Environment } from "./variables.ts";
/** What stands for the configuration's own values. */
export interface SettingsRequest {
    /** Connections to one server, instead of `defaults.connections`. */
    readonly jobs?: number | undefined;
    /** Absolute path, instead of `buffer_path`. */
    readonly to?: string | undefined;
    readonly env: Environment;
    /** Where files that other servers named, too, were read already. */
    readonly files?: NamedFiles;
}
/**
 * All that is needed to harvest one server: `defaults` applied, variables replaced, secrets read. Throws a `UsageError` with the place
 * of what is wrong.
 */
export declare function serverSettings(config: Config, name: string, { jobs, to, env, files }: SettingsRequest): ServerSettings;
