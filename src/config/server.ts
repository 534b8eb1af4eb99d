import type { Segments } from "./segmentsKind.ts";

/** Beyond these a server gets no more time, no more tries and no more room. */
export interface ServerLimits {
  /** For the name server, for the connection and for TLS, each. */
  readonly connect_timeout_ms: number;
  /** For one log-in from the greeting to its end. */
  readonly login_timeout_ms: number;
  /** For the listing of one folder. */
  readonly listing_timeout_ms: number;
  /** For one try at a file. */
  readonly file_timeout_ms: number;
  /** For all work on the server. */
  readonly server_timeout_ms: number;
  /** Bytes a second over the length of `timeout_ms`; slower data counts as silence. 0: none is too slow. */
  readonly min_rate: number;
  /** Between two log-ins, after the first `connections`. */
  readonly connect_interval_ms: number;
  /** Tries in a row that the server fails with silence or broken connections before it counts as dead. */
  readonly give_up_after: number;
  /** How long it is left alone then. */
  readonly give_up_for_ms: number;
  /** Folders deep. */
  readonly max_depth: number;
  /** Entries of all listings together. */
  readonly max_entries: number;
  /** Bytes of one folder's listing. */
  readonly max_listing: number;
  /** Bytes of one file. */
  readonly max_file_size: number;
  /** Bytes of one part of a name here. */
  readonly max_name: number;
}

/** All that is needed to harvest one server: defaults applied, `${…}` replaced, secrets read. Never leaves the process. */
export interface ServerSettings extends ServerLimits {
  readonly server: string;
  /** Absolute path of the configuration file. */
  readonly config: string;
  readonly host: string;
  readonly port: number;
  readonly paths: readonly string[];
  readonly user: string;
  readonly password: string;
  readonly secure: "none" | "explicit" | "implicit";
  /** PEM text of the certificate authorities to trust instead of the system's. */
  readonly ca: string | undefined;
  readonly insecure: boolean;
  /** `defaults.connections` or --jobs, not more than the server's own `connections`. Sessions at once; with `auto` at most. */
  readonly connections: number;
  /** As many of them as turn out to be worth it (`auto`); else all that there is work for. */
  readonly connections_auto: boolean;
  /** Bytes of files a second from this server; 0: as many as come. */
  readonly rate: number;
  /** The same from all servers together. */
  readonly overall_rate: number;
  /** Sessions that fetch one large file together; `auto`: those that nothing else needs. */
  readonly segments: Segments;
  readonly timezone: string;
  /** Of names, as the Encoding Standard calls it. */
  readonly encoding: string;
  readonly timeout_ms: number;
  readonly retries: number;
  readonly retry_delay_ms: number;
  readonly if_exists: "same" | "always";
  readonly links: "files" | "all" | "skip";
  /** Names here: readable text where it stands for the server's bytes exactly, or these bytes throughout. */
  readonly local_names: "decoded" | "bytes";
  readonly verify: "size" | "hash";
  /** A file is on the disk before it has its name. */
  readonly fsync: boolean;
  /** Absolute path of the folder that holds the servers' folders. */
  readonly buffer_path: string;
  /** Its place in the file, from 0. */
  readonly order: number;
}
