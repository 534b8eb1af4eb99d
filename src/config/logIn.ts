import { join } from "node:path";
import type { Given } from "./config.ts";
import type { KeyName } from "./keys.ts";
import { home, localPath } from "./localPath.ts";
import { findInNetrc, type NetrcEntry } from "./netrc.ts";
import type { ServerKeys } from "./serverKeys.ts";

/** How to log in to a server. */
export interface LogIn {
  readonly user: string;
  readonly password: string;
}

/** What anonymous users give by custom (RFC 1635). */
const ANONYMOUS_PASSWORD = "anonymous@";

const LONGEST_PASSWORD_FILE_bytes = 64 * 1024;

/**
 * Finds a server's user and password. `password`, `password_file` and `netrc` of the server come before those of `defaults`. Throws a
 * `UsageError` that points at the key which is no good, or at the user who has no password.
 */
export function logIn(keys: ServerKeys): LogIn {
  const source = passwordSource(keys);
  const givenUser = keys.given("user");
  const user = givenUser === undefined ? undefined : sendable(keys, "user", givenUser, keys.read("user", givenUser));
  if (user === "") throw keys.problem(givenUser ?? keys.server, "`user` is empty");
  if (source === undefined) return withoutPassword(keys, user);
  const { name, given } = source;
  if (name !== "netrc") {
    const password = name === "password" ? keys.read(name, given) : passwordFile(keys, given);
    return { user: user ?? keys.get("user"), password: sendable(keys, name, given, password ?? "") };
  }
  const { login, password = "" } = netrcLogin(keys, given, user);
  return {
    user: user ?? sendable(keys, name, given, login ?? keys.get("user")),
    password: sendable(keys, name, given, password),
  };
}

interface PasswordSource {
  readonly name: "password" | "password_file" | "netrc";
  readonly given: Given;
}

function passwordSource(keys: ServerKeys): PasswordSource | undefined {
  let netrcIsOff = false;
  for (const section of keys.sections) {
    for (const name of ["password", "password_file"] as const) {
      const given = section.get(name);
      if (given !== undefined) return { name, given };
    }
    const given = section.get("netrc");
    if (given === undefined || netrcIsOff) continue;
    if (keys.read("netrc", given)) return { name: "netrc", given };
    netrcIsOff = true;
  }
  return undefined;
}

function withoutPassword(keys: ServerKeys, user = keys.get("user")): LogIn {
  if (/^(anonymous|ftp)$/i.test(user)) return { user, password: ANONYMOUS_PASSWORD };
  throw keys.problem(
    keys.given("user") ?? keys.server,
    'the user has no password; give `password`, `password_file` or `netrc: true` (`password: ""` if it is empty)',
  );
}

function passwordFile(keys: ServerKeys, given: Given): string {
  const path = localPath(keys.read("password_file", given) ?? "", keys.file, keys.env);
  const text = keys.readFile("password_file", given, path, (files) => files.text(path, LONGEST_PASSWORD_FILE_bytes));
  return text.replace(/\r?\n$/, "");
}

function netrcLogin(keys: ServerKeys, given: Given, user: string | undefined): NetrcEntry {
  const path = keys.env["NETRC"] || join(home(keys.env), ".netrc");
  const host = keys.get("host") ?? "";
  const entries = keys.readFile("netrc", given, path, (files) => files.netrc(path));
  const found = findInNetrc(entries, host, user);
  if (found?.password !== undefined) return found;
  const whose = user === undefined ? "" : ` and user ${user}`;
  throw keys.problem(given, `\`netrc\`: ${path} has no password for machine ${host}${whose}`);
}

/** FTP's commands are lines: one with a line end inside would be two. */
function sendable(keys: ServerKeys, name: KeyName, given: Given, text: string): string {
  if (!/[\r\n\0]/.test(text)) return text;
  throw keys.problem(given, `\`${name}\`: a line end or a NUL is in it, which FTP can't send`);
}
