import type { Config } from "./config.ts";
/**
 * Loads a configuration and checks all that does not depend on the environment: values with variables are looked at when a server
 * that needs them takes part. Throws a `UsageError` that says where and what: `cfg.yaml:7:13: …`.
 */
export declare function loadConfig(file: string): Config;
