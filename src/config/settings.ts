import { type Config, serverOf } from "./config.ts";
import type { Jobs } from "./connections.ts";
import { defaultPort } from "./keys.ts";
import { localPath } from "./localPath.ts";
import { logIn } from "./logIn.ts";
import type { NamedFiles } from "./namedFiles.ts";
import type { Segments } from "./segmentsKind.ts";
import type { ServerLimits, ServerSettings } from "./server.ts";
import { ServerKeys } from "./serverKeys.ts";
import type { Environment } from "./variables.ts";

/** What stands for the configuration's own values. */
export interface SettingsRequest {
  /** Connections to one server, instead of `defaults.connections`. */
  readonly jobs?: Jobs | undefined;
  /** Bytes a second from all servers together, instead of the configuration's `rate` at its top. */
  readonly rate?: number | undefined;
  /** Instead of `defaults.segments`. */
  readonly segments?: Segments | undefined;
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
export function serverSettings(
  config: Config,
  name: string,
  { jobs, rate, segments, to, env, files }: SettingsRequest,
): ServerSettings {
  const server = serverOf(config, name);
  const keys = new ServerKeys(config, server, env, files);
  const secure = keys.get("secure");
  return {
    server: name,
    config: config.file,
    host: keys.get("host") ?? "",
    port: keys.get("port") ?? defaultPort(secure),
    paths: keys.get("path"),
    ...logIn(keys),
    secure,
    ca: authorities(keys),
    insecure: keys.get("insecure"),
    ...keys.connections(jobs),
    rate: keys.rate(),
    overall_rate: rate ?? keys.overallRate(),
    segments: keys.segments(segments),
    timezone: keys.get("timezone"),
    encoding: keys.get("encoding"),
    timeout_ms: keys.get("timeout"),
    retries: keys.get("retries"),
    retry_delay_ms: keys.get("retry_delay"),
    ...limits(keys),
    if_exists: keys.get("if_exists"),
    links: keys.get("links"),
    local_names: keys.get("local_names"),
    verify: keys.get("verify"),
    fsync: keys.get("fsync"),
    buffer_path: to ?? localPath(keys.get("buffer_path"), config.file, env),
    order: server.order,
  };
}

function limits(keys: ServerKeys): ServerLimits {
  return {
    connect_timeout_ms: keys.get("connect_timeout") ?? keys.get("timeout"),
    login_timeout_ms: keys.get("login_timeout"),
    listing_timeout_ms: keys.get("listing_timeout"),
    file_timeout_ms: keys.get("file_timeout"),
    server_timeout_ms: keys.get("server_timeout"),
    min_rate: keys.get("min_rate"),
    connect_interval_ms: keys.get("connect_interval"),
    give_up_after: keys.get("give_up_after"),
    give_up_for_ms: keys.get("give_up_for"),
    max_depth: keys.get("max_depth"),
    max_entries: keys.get("max_entries"),
    max_listing: keys.get("max_listing"),
    max_file_size: keys.get("max_file_size"),
    max_name: keys.get("max_name"),
  };
}

/** The bundles of whole systems have some 200 KiB. */
const LONGEST_CA_bytes = 4 * 1024 * 1024;

function authorities(keys: ServerKeys): string | undefined {
  const given = keys.given("ca");
  if (given === undefined) return undefined;
  const path = localPath(keys.read("ca", given) ?? "", keys.file, keys.env);
  const pem = keys.readFile("ca", given, path, (files) => files.text(path, LONGEST_CA_bytes));
  if (!pem.includes("-----BEGIN CERTIFICATE-----"))
    throw keys.problem(given, `\`ca\`: ${path}: no PEM certificate is in it`);
  return pem;
}
