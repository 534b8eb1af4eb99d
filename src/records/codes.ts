/**
 * The one table of failure codes. Public: a code is never re-meant, only added.
 *
 * `retry` tells whether trying the same thing again can help; `meaning` is for the reference, `advice` for the operator.
 */
export const CODES = {
  connect_refused: {
    retry: true,
    meaning: "nothing listens on the server's host and port",
    advice: "is the FTP server running, and is the port right?",
  },
  dns: {
    retry: true,
    meaning: "the host name has no address",
    advice: "check the spelling of `host` and the name server",
  },
  unreachable: {
    retry: true,
    meaning: "the network has no way to the host",
    advice: "check the line, the route and the firewall",
  },
  tls: {
    retry: false,
    meaning: "the TLS handshake failed or the certificate was not accepted",
    advice: "check `secure`, `ca` and the host name in the certificate",
  },
  login: {
    retry: false,
    meaning: "the server refused user or password",
    advice: "check `user` and `password`",
  },
  too_many_connections: {
    retry: true,
    meaning: "the server takes no more connections now",
    advice: "lower `connections` for this server",
  },
  not_found: {
    retry: false,
    meaning: "the server has no such file or folder (any more)",
    advice: "check `path`; a file may have been taken away since it was listed",
  },
  denied: {
    retry: false,
    meaning: "the server does not let this user read it",
    advice: "ask for the right to read it",
  },
  busy: {
    retry: true,
    meaning: "the server can't do it now (4xx)",
    advice: "try again later",
  },
  timeout: {
    retry: true,
    meaning: "the server was silent for longer than `timeout`",
    advice: "is the line slow? then raise `timeout`",
  },
  cut_off: {
    retry: true,
    meaning: "the connection ended in the middle",
    advice: "a firewall or the server ends connections early",
  },
  size_mismatch: {
    retry: true,
    meaning: "not as many bytes came as the listing said",
    advice: "was the file still being written?",
  },
  changed: {
    retry: true,
    meaning: "the file changed on the server while it was fetched, again and again",
    advice: "was it still being written? list only older files with --older-than",
  },
  hash_mismatch: {
    retry: true,
    meaning: "what came does not have the hash that the server gives (`verify: hash`)",
    advice: "did the file change meanwhile? else look at the line and at the server's disk",
  },
  too_large: {
    retry: false,
    meaning: "the file is larger than `max_file_size`",
    advice: "if it is right, raise `max_file_size`",
  },
  listing_incomplete: {
    retry: true,
    meaning: "the listing was cut, goes beyond a limit, or has lines nobody can read",
    advice: "look at the message: the server's limits on listings, or `max_…` in the configuration",
  },
  unsafe_name: {
    retry: false,
    meaning: "the name can't be a file below the server's folder",
    advice: "rename it on the server; if the message names a link here, take that away",
  },
  locked: {
    retry: false,
    meaning: "another run works on this server's folder",
    advice: "wait for it to end, or give --wait-lock",
  },
  disk: {
    retry: false,
    meaning: "the file could not be written here",
    advice: "look at space, rights and quota of the buffer path",
  },
  config: {
    retry: false,
    meaning: "the configuration has no usable settings for this server",
    advice: "check the configuration that the record names",
  },
  command: {
    retry: false,
    meaning: "a command that stands in the stream failed",
    advice: "run it by hand on the records that it got",
  },
  protocol: {
    retry: true,
    meaning: "the server sent what FTP does not allow",
    advice: "run again with -v and look at the server's log",
  },
} as const;

/** One way in which things go wrong. */
export type Code = keyof typeof CODES;
