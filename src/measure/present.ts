import type { Config } from "../config/config.ts";
import { isKey } from "../config/keys.ts";
import type { NamedFiles } from "../config/namedFiles.ts";
import type { ServerSettings } from "../config/server.ts";
import { serverSettings } from "../config/settings.ts";
import type { Environment } from "../config/variables.ts";
import type { Present } from "./proposals.ts";

export interface PresentRequest {
  readonly env: Environment;
  readonly files: NamedFiles;
  /** Connections to try at most; a server's own `connections` is a ceiling on it, as in a harvest on `--jobs`. */
  readonly upTo: number;
}

/** How a server is measured, and what the configuration has for it. */
export interface ServerToMeasure {
  /** With the connections to try at most. */
  readonly settings: ServerSettings;
  readonly present: Present;
  /** It has a `connections` of its own. */
  readonly hasOwn: boolean;
}

/** Throws a `UsageError`. */
export function serverToMeasure(config: Config, server: string, { env, files, upTo }: PresentRequest): ServerToMeasure {
  const settings = serverSettings(config, server, { env, files, jobs: upTo });
  const { connections, connections_auto: auto } = serverSettings(config, server, { env, files });
  const hasOwn = config.servers.get(server)?.keys.has("connections") === true;
  const present = {
    connections,
    most: settings.connections,
    ownCeiling: hasOwn && settings.connections < upTo,
    auto,
    mayHaveSegments: mayHave(config, server, "segments"),
  };
  return { settings, present, hasOwn };
}

/** A key that this version knows and for which nothing is given. */
export function mayHave(config: Config, server: string | undefined, key: string): boolean {
  return isKey(key) && givenFor(config, server, key) === undefined;
}

function givenFor({ top, defaults, servers }: Config, server: string | undefined, key: string): unknown {
  const own = server === undefined ? undefined : servers.get(server)?.keys;
  const sections = own === undefined ? [defaults, top] : [own, defaults, top];
  const given = sections.flatMap((section) => [...section]).find(([name]) => name === key);
  return given?.[1].value;
}
