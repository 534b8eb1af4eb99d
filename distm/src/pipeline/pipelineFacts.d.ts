import type { ServerSettings } from "../config/server.ts";
/** What a pipeline's file does not say of what would run. Holds no secrets. */
export interface PipelineFacts {
    /** Those that take part, in the configuration's order; undefined where the records are saved ones, which name their own. */
    readonly servers: readonly ServerFacts[] | undefined;
    /** Servers at once, no more than open files allow. */
    readonly serversAtOnce: number;
}
export type ServerFacts = Pick<ServerSettings, "server" | "connections" | "buffer_path">;
