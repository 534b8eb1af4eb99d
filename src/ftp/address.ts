/** What it takes to log in to a server. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** `explicit`: AUTH TLS on the ordinary port (RFC 4217). `implicit`: TLS from the first byte. */
  readonly secure: "none" | "explicit" | "implicit";
  /** PEM text of the authorities to trust instead of the system's. */
  readonly ca: string | undefined;
  /** Take any certificate. */
  readonly insecure: boolean;
  /** Of its names; see `namesIn`. */
  readonly encoding: string;
  /** Sessions at once, at most. */
  readonly connections: number;
  /** As many of them as turn out to be worth it; else all that there is work for. */
  readonly connections_auto: boolean;
  /** Bytes of files a second, of all sessions with this host and port; 0: as many as come. */
  readonly rate: number;
  /** The same for all servers together. */
  readonly overall_rate: number;
  /** Longest silence: before a reply, a data connection, data, the final reply. */
  readonly timeout_ms: number;
  /** For the name server, for the connection and for TLS, each. */
  readonly connect_timeout_ms: number;
  /** For one log-in from the greeting to its end. */
  readonly login_timeout_ms: number;
  /** For the listing of one folder. */
  readonly listing_timeout_ms: number;
  /** For one try at a file. */
  readonly file_timeout_ms: number;
  /** For all work on the server, from its first session on. */
  readonly server_timeout_ms: number;
  /** Bytes a second over the length of `timeout_ms`; slower data counts as silence. 0: none is too slow. */
  readonly min_rate: number;
  /** Bytes of one folder's listing. */
  readonly max_listing: number;
  /** How often a log-in is tried again. */
  readonly retries: number;
  /** Before the first retry; doubled for each further one. */
  readonly retry_delay_ms: number;
  /** Between two log-ins, after the first `connections`. */
  readonly connect_interval_ms: number;
  /** Tries in a row that the server fails with silence or broken connections before it counts as dead. */
  readonly give_up_after: number;
  /** How long it is left alone then. */
  readonly give_up_for_ms: number;
}

/** Stands for a host and port, however the name is written: DNS knows no case (RFC 4343). */
export function hostKey({ host, port }: Pick<ServerAddress, "host" | "port">): string {
  return `${host.toLowerCase()} ${port}`;
}
