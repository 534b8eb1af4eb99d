/** All that is needed to harvest one server: defaults applied, `${…}` replaced, secrets read. Never leaves the process. */
export interface ServerSettings {
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
  /** `defaults.connections` or --jobs, not more than the server's own `connections`. Sessions at once. */
  readonly connections: number;
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
  /** Absolute path of the folder that holds the servers' folders. */
  readonly buffer_path: string;
  /** Its place in the file, from 0. */
  readonly order: number;
}
