import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Environment } from "./variables.ts";

/** A path of the configuration, made absolute: relative ones begin beside the file, `~/` in the user's home. */
export function localPath(path: string, configFile: string, env: Environment): string {
  return /^~(\/|$)/.test(path) ? join(home(env), path.slice(1)) : resolve(dirname(configFile), path);
}

export function home(env: Environment): string {
  return env["HOME"] || homedir();
}
