import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { Environment } from "./variables.ts";

/** A path of the configuration, made absolute: relative ones begin beside the file, `~/` in the user's home. */
export function localPath(path: string, configFile: string, env: Environment): string {
  const fromFile = /^~(\/|$)/.test(path) ? join(home(env), path.slice(1)) : path;
  return resolve(dirname(configFile), fromFile);
}

/** The user's home; `/` for users that have none, as containers give them. */
export function home(env: Environment): string {
  return env["HOME"] || homeOfUser();
}

function homeOfUser(): string {
  try {
    // Not `homedir()`, which takes an empty HOME at its word.
    return userInfo().homedir;
  } catch {
    // The system has no entry for this user.
    return "/";
  }
}
