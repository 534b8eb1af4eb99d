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
  /** Sessions at once. */
  readonly connections: number;
  /** For each phase: connect, log-in, data connection, silence, final reply. */
  readonly timeout_ms: number;
  /** How often a log-in is tried again. */
  readonly retries: number;
  /** Before the first retry; doubled for each further one. */
  readonly retry_delay_ms: number;
}
