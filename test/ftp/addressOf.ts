import type { ServerAddress } from "../../src/ftp/address.ts";

interface Reachable {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  readonly ca?: string;
}

/** How a test logs in to a server: patient where the test does not say otherwise. */
export function addressOf(server: Reachable, other: Partial<ServerAddress> = {}): ServerAddress {
  const { host, port, user = "anyone", password = "open-sesame", ca } = server;
  return {
    host,
    port,
    user,
    password,
    secure: "none",
    ca,
    insecure: false,
    encoding: "utf-8",
    connections: 5,
    timeout_ms: 20_000,
    connect_timeout_ms: other.timeout_ms ?? 20_000,
    retries: 0,
    retry_delay_ms: 1,
    connect_interval_ms: 0,
    ...AMPLE,
    ...other,
  };
}

/** For tests of silence. */
export const SHORT_MS = 200;

/** Limits that no test meets by chance. */
export const AMPLE = {
  connections_auto: false,
  rate: 0,
  overall_rate: 0,
  login_timeout_ms: 60_000,
  listing_timeout_ms: 600_000,
  file_timeout_ms: 600_000,
  server_timeout_ms: 3_600_000,
  min_rate: 0,
  give_up_after: 1_000,
  give_up_for_ms: 3_600_000,
  max_depth: 100,
  max_entries: 10_000_000,
  max_listing: 1_000_000_000,
  max_file_size: 1_000_000_000_000,
  max_name: 255,
} as const;
