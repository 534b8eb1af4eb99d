import type { PortBlock } from "../portBlock.ts";

/** How a real server is to behave. */
export interface ServerSetup {
  /** Served as `/`, read-only. */
  readonly root: string;
  /** The server's own folder, for its configuration and whatever it writes. */
  readonly folder: string;
  readonly ports: PortBlock;
  /** The address where it listens, one of this machine; loopback unless given. */
  readonly host?: string | undefined;
  /** `explicit`: AUTH TLS on the plain port. `implicit`: TLS from the first byte. Both demand TLS for log-in and data. */
  readonly tls?: "explicit" | "implicit" | undefined;
  /** Data connections must resume the TLS session of their control connection. */
  readonly requireSessionReuse?: boolean | undefined;
  /** Sessions that one address may hold; the next is refused with 421. */
  readonly maxPerIp?: number | undefined;
  /** Leave names with a leading dot out of listings. */
  readonly hideDotfiles?: boolean | undefined;
  /** Hashes of files: mod_digest of ProFTPD. */
  readonly hashes?: boolean | undefined;
  /** More of the kind's own settings, after all others: configuration lines, or arguments for Pure-FTPd. */
  readonly extra?: readonly string[] | undefined;
  /** File with key and certificate, readable by root only. */
  readonly keyAndCertificate: string;
}

/** What to start, and who may log in. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly user: string;
  readonly password: string;
  /** Removes what killed sessions leave outside of its folder. */
  readonly tidy?: () => void;
}

export const HOST = "127.0.0.1";
export const USER = "harvest";
export const PASSWORD = "ftp-harvest-test";

/** `PASSWORD`, hashed by md5crypt: cheap on purpose, or the log-ins would be what the tests wait for. */
export const PASSWORD_HASH = "$1$harvest0$Gj0bKL5HOyOMX/XNRqUok0";

/** Debian's `nobody` and `nogroup`: who the servers are for the data's folder. */
export const NOBODY = { uid: 65534, gid: 65534, group: "nogroup" };
