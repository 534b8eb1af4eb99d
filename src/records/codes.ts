/**
 * The one table of failure codes. Public: a code is never re-meant, only added.
 *
 * `retry` tells whether trying the same thing again can help; `meaning` is for the reference, `advice` for the operator.
 */
export const CODES = {
  connect_refused: {
    retry: true,
    meaning: "nothing listens on the server's host and port",
    advice: "is the FTP server running, is `port` right, and does a firewall let this machine in?",
  },
  dns: {
    retry: true,
    meaning: "the host name has no address",
    advice: "check the spelling of `host` and the name server",
  },
  unreachable: {
    retry: true,
    meaning: "the network has no way to the host, or no socket was to be had here",
    advice: "check the line, the route and the firewall; the message says where it is this machine's open files",
  },
  tls: {
    retry: false,
    meaning: "the TLS handshake failed or the certificate was not accepted",
    advice: "check `secure`, `ca`, and the host name and the dates in the certificate",
  },
  login: {
    retry: false,
    meaning: "the server refused user or password",
    advice: "check `user` and `password`, then whether the server has locked the user or lets it in from here",
  },
  too_many_connections: {
    retry: true,
    meaning: "the server takes no more connections now",
    advice: "lower `connections` for this server, or end what else is logged in there",
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
    meaning: "the server can't do it now (a reply 4xx; at a log-in also 421)",
    advice: "the message has the server's own words: it may be at a limit, out of space or going down; run again later",
  },
  timeout: {
    retry: true,
    meaning: "the server was silent for longer than `timeout`, or a limit on time was reached",
    advice:
      "is the line slow? then raise the limit that the message names; no data connection: are the server's passive ports open?",
  },
  cut_off: {
    retry: true,
    meaning: "the connection ended in the middle, or a data connection could not be opened",
    advice:
      "a firewall or the server ends connections: look at its log and its limits on idle sessions, open its passive ports",
  },
  size_mismatch: {
    retry: true,
    meaning: "not as many bytes came as the listing said",
    advice: "was the file still being written? then run again, or list only older files with --older-than",
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
    advice:
      "the message says which limit: raise it on the server (Pure-FTPd: `-L`) or here (`max_…`); a line nobody can read: list that folder by hand",
  },
  unsafe_name: {
    retry: false,
    meaning: "the name can't be a file below the server's folder",
    advice: "rename it on the server, or do what the message says: take a link here away, raise `max_name`",
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
