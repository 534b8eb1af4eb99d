import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";

const BY_ERRNO: Readonly<Record<string, Code>> = {
  ECONNREFUSED: "connect_refused",
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EAI_FAIL: "dns",
  EAI_NODATA: "dns",
  EAI_NONAME: "dns",
  ENODATA: "dns",
  EHOSTUNREACH: "unreachable",
  EHOSTDOWN: "unreachable",
  ENETUNREACH: "unreachable",
  ENETDOWN: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EACCES: "unreachable",
  EPERM: "unreachable",
  ETIMEDOUT: "timeout",
  ECONNRESET: "cut_off",
  ECONNABORTED: "cut_off",
  EPIPE: "cut_off",
  EPROTO: "tls",
  EMFILE: "unreachable",
  ENFILE: "unreachable",
};

const IN_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "no such host",
  EAI_AGAIN: "the name server did not answer",
  EHOSTUNREACH: "no route to the host",
  ENETUNREACH: "no route to the network",
  ETIMEDOUT: "no answer",
  ECONNRESET: "connection reset",
  EPIPE: "connection closed",
  EMFILE: "too many open files here (raise `ulimit -n` or lower --servers)",
  ENFILE: "too many open files on this machine",
};

/** The fault that an error of a socket, of the resolver or of TLS stands for. `doing` says what was tried, for people. */
export function socketFault(doing: string, error: Error): Fault {
  if (error instanceof Fault) return error;
  const errno = "code" in error && typeof error.code === "string" ? error.code : "";
  const code = BY_ERRNO[errno] ?? (isTls(errno, error.message) ? "tls" : "cut_off");
  return new Fault(code, `${doing}: ${IN_WORDS[errno] ?? error.message}`, { cause: error });
}

/** OpenSSL's and X.509's codes (`ERR_SSL_…`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_HAS_EXPIRED`, `ERR_TLS_…`). */
function isTls(errno: string, message: string): boolean {
  return /^ERR_(SSL|TLS|OSSL)|CERT|UNABLE_TO_|SELF_SIGNED/.test(errno) || /certificate|TLS|SSL/.test(message);
}
