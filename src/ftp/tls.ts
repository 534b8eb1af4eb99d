import { constants } from "node:crypto";
import { isIP } from "node:net";
import tls, { type ConnectionOptions, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
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

/** What servers are met with, by their settings: made once a server, which costs 0.35 ms, and not once a connection. */
const contexts = new WeakMap<ServerAddress, { readonly context: SecureContext; readonly group: string | undefined }>();

function contextOf(address: ServerAddress): SecureContext {
  return contexts.get(address)?.context ?? newContext(address, undefined);
}

function newContext(address: ServerAddress, group: string | undefined): SecureContext {
  const context = createSecureContext({
    ...(address.ca === undefined ? {} : { ca: address.ca }),
    ciphers: ciphers(),
    ...(group === undefined ? {} : { ecdhCurve: [group, ...GROUPS.filter((other) => other !== group)].join(":") }),
  });
  contexts.set(address, { context, group });
  return context;
}

const AES_128 = "TLS_AES_128_GCM_SHA256";

/**
 * Node's, but of TLS 1.3 the one first that everybody must have (RFC 8446 §9.1), as Node has it for TLS 1.2 and as browsers do: it takes a sixth less
 * than AES-256, here and on the server, which takes the first one unless it has an order of its own.
 */
function ciphers(): string {
  const all = tls.DEFAULT_CIPHERS;
  // Who has set them for all of the process means them.
  if (all !== constants.defaultCoreCipherList) return all;
  return [AES_128, ...all.split(":").filter((cipher) => cipher !== AES_128)].join(":");
}

/** For key exchange, by OpenSSL's names, in its order. */
const GROUPS: readonly string[] = ["X25519", "prime256v1", "X448", "secp521r1", "secp384r1"];

/**
 * A handshake with a server is over, and the next ones begin with the group that it chose: TLS 1.3 sends a key of the first group unasked, and
 * a server that wants another one (vsftpd, Pure-FTPd: prime256v1) asks for that, which is a round trip and a key more (RFC 8446 §4.1.4).
 */
export function learnGroup(address: ServerAddress, socket: TLSSocket): void {
  const known = contexts.get(address)?.group;
  // Who has set groups for all of the process means them.
  if (known !== undefined || varied.has(address) || tls.DEFAULT_ECDH_CURVE !== "auto") return;
  const chosen = socket.getEphemeralKeyInfo();
  const group = chosen !== null && "name" in chosen ? chosen.name : undefined;
  if (group === undefined || !GROUPS.includes(group)) return;
  try {
    newContext(address, group);
  } catch {
    // An OpenSSL that lacks one of them (FIPS) keeps its own order.
  }
}

/** Servers that have refused the groups that another connection had taught: many machines behind one name. */
const varied = new WeakSet<ServerAddress>();

/**
 * A handshake with a server failed, maybe for the groups, which are fewer than Node's once one was learned: from now on it is offered all of
 * Node's. Returns whether that is news.
 */
function forgetGroup(address: ServerAddress, error: HandshakeError): boolean {
  if (contexts.get(address)?.group === undefined || !(isCutOff(error) || isOfOpenSsl(error))) return false;
  contexts.delete(address);
  varied.add(address);
  return true;
}

type HandshakeError = (Error & { code?: unknown; reason?: unknown }) | undefined;

function isCutOff(error: HandshakeError): boolean {
  return error === undefined || error.code === "ECONNRESET" || error.code === "EPIPE";
}

/** Not one of a certificate: that comes when the groups were right. */
function isOfOpenSsl(error: HandshakeError): boolean {
  return typeof error?.code === "string" && error.code.startsWith("ERR_SSL_");
}

/** Why a handshake failed, which may be tried again where another one would be begun in another way. */
export function failedHandshake(address: ServerAddress, error: HandshakeError): Fault {
  const fault = handshakeFault(error);
  if (!forgetGroup(address, error)) return fault;
  return new Fault(fault.code, fault.message, { retry: true, cause: error });
}

/** Why a handshake failed. Without an error: the server ended the connection. That may be a server that is busy, so it is tried again. */
function handshakeFault(error: HandshakeError): Fault {
  if (error === undefined || isCutOff(error)) {
    return new Fault("tls", "the server ended the connection in the TLS handshake", { retry: true, cause: error });
  }
  if (error.reason === "wrong version number")
    return new Fault("tls", "the server does not speak TLS here", { cause: error });
  return new Fault("tls", `TLS: ${typeof error.reason === "string" ? error.reason : error.message}`, { cause: error });
}
