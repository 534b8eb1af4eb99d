import { type Selection } from "./select.ts";
import type { ServerSettings } from "./server.ts";
import { type SettingsRequest } from "./settings.ts";
/** What stands for the configuration's own values, for one question. */
export type Overrides = Pick<SettingsRequest, "jobs" | "to">;
/** The configurations that a process needs, each loaded once. Secrets are read for the servers that are asked for only. */
export interface Configs {
    /**
     * Settings of the server that a record names. Throws a `Fault` `config` when its configuration can't be read or has no usable
     * settings for it.
     */
    settings(config: string, server: string, overrides?: Overrides): ServerSettings;
    /** Settings of the servers that take part, in the configuration's order. Throws a `UsageError`. */
    select(config: string, selection: Selection, overrides?: Overrides): readonly ServerSettings[];
}
export interface ConfigsRequest extends Omit<SettingsRequest, "files"> {
    /** The configuration that stands for all that records name (`--config F`). */
    readonly override?: string | undefined;
}
export declare function openConfigs({ override, ...request }: ConfigsRequest): Configs;
