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
    retries: 0,
    retry_delay_ms: 1,
    ...other,
  };
}

/** For tests of silence. */
export const SHORT_MS = 200;
