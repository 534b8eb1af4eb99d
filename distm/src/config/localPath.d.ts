import type { Environment } from "./variables.ts";
/** A path of the configuration, made absolute: relative ones begin beside the file, `~/` in the user's home. */
export declare function localPath(path: string, configFile: string, env: Environment): string;
/** The user's home; `/` for users that have none, as containers give them. */
export declare function home(env: Environment): string;
