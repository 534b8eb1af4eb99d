import { backendOptions } from "./backendOptions.ts";
import { connections, MOST_AUTO_CONNECTIONS } from "./connections.ts";
import { encoding } from "./encoding.ts";
import { foldersDeep } from "./foldersDeep.ts";
import {
  choice,
  durationWithin,
  host,
  integer,
  oneOrMany,
  path,
  rate,
  serverPath,
  sizeLimit,
  sourceText,
  switchKind,
  timezone,
} from "./kinds.ts";
import type { Option, OptionValues } from "./options.ts";
import { segments } from "./segmentsKind.ts";

/** Where a key may stand: at the top of the file, in `defaults`, at a server. */
export type Place = "top" | "defaults" | "server";

/** A key of cfg.yaml. */
export interface ConfigKey<T = unknown> extends Option<T> {
  readonly places: readonly Place[];
  /** What holds when it is not given, where no single value can say it. */
  readonly otherwise?: string;
  /** It must stand at each of its places. */
  readonly required?: true;
  /** Its value is never shown. */
  readonly secret?: true;
}

/** The longest that Node's timers can wait is 24 days. */
const LONGEST_WAIT = "1d";

/** The first harvest of an archive may take days. */
const LONGEST_WORK = "7d";

/** NAME_MAX of Linux, macOS and the BSDs. */
const LONGEST_NAME_BYTES = 255;

const FTP_PORT = 21;
const IMPLICIT_TLS_PORT = 990;

const everywhere = ["defaults", "server"] as const;

/** All keys of cfg.yaml: loading, schema and reference come from here. */
export const KEYS = {
  buffer_path: {
    places: ["top"],
    kind: path,
    default: "./buffer",
    help: "folder where files land: `<buffer_path>/<server>/<name>`; relative to this file",
  },
  backend: { places: ["top"], ...backendOptions.backend, otherwise: "`inline`" },
  threads: { places: ["top"], ...backendOptions.threads, otherwise: "one for each core, with `backend: threads`" },
  host: { places: ["server"], kind: host, required: true, help: "host name or address" },
  port: {
    places: everywhere,
    kind: integer(1, 65_535),
    otherwise: `${FTP_PORT}, or ${IMPLICIT_TLS_PORT} with \`secure: implicit\``,
    help: "TCP port",
  },
  path: {
    places: everywhere,
    kind: oneOrMany(serverPath),
    default: ["/"],
    help: "folder to harvest, or a list of them; a relative one begins where the log-in leads to",
  },
  user: { places: everywhere, kind: sourceText, default: "anonymous", help: "user name, taken as it is written" },
  password: {
    places: everywhere,
    kind: sourceText,
    secret: true,
    otherwise: '`anonymous@` for anonymous; other users must have one (`""` if it is empty)',
    help: `password, taken as it is written; \`\${NAME}\` takes it from the environment`,
  },
  password_file: {
    places: everywhere,
    kind: path,
    help: "file that holds the password, instead of `password`; relative to this file",
  },
  netrc: {
    places: everywhere,
    kind: switchKind,
    default: false,
    help: "take the password, and the user if none is given, from `$NETRC` or `~/.netrc`",
  },
  secure: {
    places: everywhere,
    kind: choice("none", "explicit", "implicit"),
    default: "none",
    help: "TLS: `explicit` begins it with AUTH TLS, `implicit` with the connection",
  },
  ca: {
    places: everywhere,
    kind: path,
    otherwise: "those of Node.js",
    help: "PEM file with the certificate authorities to trust; relative to this file",
  },
  insecure: {
    places: everywhere,
    kind: switchKind,
    default: false,
    help: "accept any certificate: passwords and files are then open to whoever sits in between",
  },
  connections: {
    places: everywhere,
    kind: connections,
    default: 5,
    help: `sessions at once on one server; \`--jobs\` stands for the one in \`defaults\`, at a server it is a ceiling; \`auto\`: as many as turn out to be worth it, up to ${MOST_AUTO_CONNECTIONS}`,
  },
  rate: {
    places: ["top", ...everywhere],
    kind: rate,
    default: 0,
    help: "bytes of files a second at most, for those who share a link: at the top from all servers together (`--rate` stands for it), in `defaults` and at a server from each; 0: as many as come",
  },
  segments: {
    places: everywhere,
    kind: segments,
    default: 1,
    help: "sessions that fetch one file together, from 16 MiB on; `auto`: those that nothing else needs, from 64 MiB on; `--segments` stands for the one in `defaults`",
  },
  timezone: { places: everywhere, kind: timezone, default: "UTC", help: "time zone of listings that name none" },
  encoding: {
    places: everywhere,
    kind: encoding,
    default: "utf-8",
    help: "encoding of the names on the server; a name that it does not fit is still fetched, by its bytes",
  },
  timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WAIT),
    default: 30_000,
    help: "longest silence of a server before a step counts as failed",
  },
  retries: {
    places: everywhere,
    kind: integer(0, 100),
    default: 2,
    help: "further tries of a log-in or a file, where trying again can help",
  },
  retry_delay: {
    places: everywhere,
    kind: durationWithin("0", LONGEST_WAIT),
    default: 1_000,
    help: "wait before the first further try; it grows with each, and is varied by chance",
  },
  if_exists: {
    places: everywhere,
    kind: choice("same", "always"),
    default: "same",
    help: "`same`: a file already here with the listed size and time is left as it is; `always`: fetch it again",
  },
  links: {
    places: everywhere,
    kind: choice("files", "all", "skip"),
    default: "files",
    help: "symbolic links to follow: those to files, all, or none",
  },
  local_names: {
    places: everywhere,
    kind: choice("decoded", "bytes"),
    default: "decoded",
    help: "names here: `decoded`: readable text, but the server's bytes where `encoding` does not fit; `bytes`: those of the server throughout",
  },
  verify: {
    places: everywhere,
    kind: choice("size", "hash"),
    default: "size",
    help: "`hash`: compare what came with the hash that the server gives (HASH, XSHA256, XSHA1, XMD5, XCRC), where it has one",
  },
  fsync: {
    places: everywhere,
    kind: switchKind,
    default: false,
    help: "a file has its name only when it is on the disk, power cut or not; slower",
  },
  connect_timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WAIT),
    otherwise: "as `timeout`",
    help: "limit: for the name server, for the connection and for TLS, each",
  },
  login_timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WAIT),
    default: 120_000,
    help: "limit: for one log-in from the greeting to its end",
  },
  listing_timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WAIT),
    default: 1_800_000,
    help: "limit: for the listing of one folder",
  },
  file_timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WORK),
    default: 43_200_000,
    help: "limit: for one try at a file; the next one goes on where it ended",
  },
  server_timeout: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WORK),
    default: 86_400_000,
    help: "limit: for all work on a server; what is not done then has failed",
  },
  min_rate: {
    places: everywhere,
    kind: rate,
    default: 100,
    help: "limit: data that comes slower over the length of `timeout` counts as silence; 0: none is too slow",
  },
  connect_interval: {
    places: everywhere,
    kind: durationWithin("0", "1h"),
    default: 100,
    help: "log-ins to one server, after the first `connections`, are so far apart",
  },
  give_up_after: {
    places: everywhere,
    kind: integer(1, 100_000),
    default: 10,
    help: "limit: tries in a row that a server fails with silence or broken connections; then it counts as dead",
  },
  give_up_for: {
    places: everywhere,
    kind: durationWithin("1ms", LONGEST_WAIT),
    default: 300_000,
    help: "how long a server that counts as dead is left alone; its files fail at once",
  },
  max_depth: {
    places: everywhere,
    kind: foldersDeep,
    default: 100,
    help: "limit: folders deep; what lies deeper is a failure",
  },
  max_entries: {
    places: everywhere,
    kind: integer(1, 1_000_000_000),
    default: 10_000_000,
    help: "limit: entries of all listings of a server",
  },
  max_listing: {
    places: everywhere,
    kind: sizeLimit,
    default: 1_000_000_000,
    help: "limit: bytes of one folder's listing",
  },
  max_file_size: {
    places: everywhere,
    kind: sizeLimit,
    default: 1_000_000_000_000,
    help: "limit: bytes of one file",
  },
  max_name: {
    places: everywhere,
    kind: integer(1, LONGEST_NAME_BYTES),
    default: LONGEST_NAME_BYTES,
    help: "limit: bytes of a file's or folder's name here",
  },
} as const satisfies Readonly<Record<string, ConfigKey>>;

export type KeyName = keyof typeof KEYS;

/** What a key's value becomes; never undefined for those with a default. */
export type KeyValue<K extends KeyName> = OptionValues<typeof KEYS>[K];

/** The keys of the top that hold further keys. */
export const SECTIONS = {
  defaults: "keys for every server; each can also stand at a server",
  servers: "the servers by name; the name is their folder's, and is taken as it is written",
} as const;

export function isKey(name: string): name is KeyName {
  return Object.hasOwn(KEYS, name);
}

/** The table's entry, seen the same for all keys. */
export function configKey(name: KeyName): ConfigKey {
  return KEYS[name];
}

/** In the table's order. */
export function keysAt(place: Place): KeyName[] {
  return Object.keys(KEYS).filter((name): name is KeyName => isKey(name) && configKey(name).places.includes(place));
}

export function defaultPort(secure: KeyValue<"secure">): number {
  return secure === "implicit" ? IMPLICIT_TLS_PORT : FTP_PORT;
}
