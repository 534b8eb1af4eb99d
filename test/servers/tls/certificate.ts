import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * The test servers' own certificate, for 127.0.0.1, ::1 and localhost, good until 2120, signed by itself: trust it as a `ca`. It
 * guards nothing and its key is public. Made once with openssl, so that the tests need no openssl.
 */
export const CERTIFICATE_FILE: string = fileURLToPath(new URL("cert.pem", import.meta.url));

export function certificate(): string {
  return readFileSync(CERTIFICATE_FILE, "utf8");
}

export function privateKey(): string {
  return readFileSync(new URL("key.pem", import.meta.url), "utf8");
}
