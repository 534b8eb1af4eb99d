import { isIP } from "node:net";
import { type ConnectionOptions, createSecureContext, type SecureContext } from "node:tls";
import { Fault } from "../records/fault.ts";
import type { ServerAddress } from "./address.ts";

/** TLS options for a server. A new object for each use: basic-ftp and Node write into what they are given. */
export function tlsOptions(address: ServerAddress): ConnectionOptions {
  return {
    host: address.host,
    // SNI takes names, not addresses (RFC 6066 §3).
    servername: isIP(address.host) === 0 ? address.host : "",
    rejectUnauthorized: !address.insecure,
    secureContext: contextOf(address),
  };
}

/** Certificates to trust by the settings that name them: made once a server, which costs 0.35 ms, and not once a connection. */
const contexts = new WeakMap<ServerAddress, SecureContext>();

function contextOf(address: ServerAddress): SecureContext {
  const known = contexts.get(address);
  if (known !== undefined) return known;
  const context = createSecureContext(address.ca === undefined ? {} : { ca: address.ca });
  contexts.set(address, context);
  return context;
}

/** Why a handshake failed. Without an error: the server ended the connection. That may be a server that is busy, so it is tried again. */
export function handshakeFault(error: (Error & { code?: unknown; reason?: unknown }) | undefined): Fault {
  if (error === undefined || error.code === "ECONNRESET" || error.code === "EPIPE") {
    return new Fault("tls", "the server ended the connection in the TLS handshake", { retry: true, cause: error });
  }
  if (error.reason === "wrong version number")
    return new Fault("tls", "the server does not speak TLS here", { cause: error });
  return new Fault("tls", `TLS: ${typeof error.reason === "string" ? error.reason : error.message}`, { cause: error });
}
