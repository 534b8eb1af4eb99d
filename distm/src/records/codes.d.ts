/**
 * The one table of failure codes. Public: a code is never re-meant, only added.
 *
 * `retry` tells whether trying the same thing again can help; `meaning` is for the reference, `advice` for the operator.
 */
export declare const CODES: {
    readonly connect_refused: {
        readonly retry: true;
        readonly meaning: "nothing listens on the server's host and port";
        readonly advice: "is the FTP server running, is `port` right, and does a firewall let this machine in?";
    };
    readonly dns: {
        readonly retry: true;
        readonly meaning: "the host name has no address";
        readonly advice: "check the spelling of `host` and the name server";
    };
    readonly unreachable: {
        readonly retry: true;
        readonly meaning: "the network has no way to the host, or no socket was to be had here";
        readonly advice: "check the line, the route and the firewall; the message says where it is this machine's open files";
    };
    readonly tls: {
        readonly retry: false;
        readonly meaning: "the TLS handshake failed or the certificate was not accepted";
        readonly advice: "check `secure`, `ca`, and the host name and the dates in the certificate";
    };
    readonly login: {
        readonly retry: false;
        readonly meaning: "the server refused user or password";
        readonly advice: "check `user` and `password`, then whether the server has locked the user or lets it in from here";
    };
    readonly too_many_connections: {
        readonly retry: true;
        readonly meaning: "the server takes no more connections now";
        readonly advice: "lower `connections` for this server, or end what else is logged in there";
    };
    readonly not_found: {
        readonly retry: false;
        readonly meaning: "the server has no such file or folder (any more)";
        readonly advice: "check `path`; a file may have been taken away since it was listed";
    };
    readonly denied: {
        readonly retry: false;
        readonly meaning: "the server does not let this user read it";
        readonly advice: "ask for the right to read it";
    };
    readonly busy: {
        readonly retry: true;
        readonly meaning: "the server can't do it now (a reply 4xx; at a log-in also 421)";
        readonly advice: "the message has the server's own words: it may be at a limit, out of space or going down; run again later";
    };
    readonly timeout: {
        readonly retry: true;
        readonly meaning: "the server was silent for longer than `timeout`, or a limit on time was reached";
        readonly advice: "is the line slow? then raise the limit that the message names; no data connection: are the server's passive ports open?";
    };
    readonly cut_off: {
        readonly retry: true;
        readonly meaning: "the connection ended in the middle, or a data connection could not be opened";
        readonly advice: "a firewall or the server ends connections: look at its log and its limits on idle sessions, open its passive ports";
    };
    readonly size_mismatch: {
        readonly retry: true;
        readonly meaning: "not as many bytes came as the listing said";
        readonly advice: "was the file still being written? then run again, or list only older files with --older-than";
    };
    readonly changed: {
        readonly retry: true;
        readonly meaning: "the file changed on the server while it was fetched, again and again";
        readonly advice: "was it still being written? list only older files with --older-than";
    };
    readonly hash_mismatch: {
        readonly retry: true;
        readonly meaning: "what came does not have the hash that the server gives (`verify: hash`)";
        readonly advice: "did the file change meanwhile? else look at the line and at the server's disk";
    };
    readonly too_large: {
        readonly retry: false;
        readonly meaning: "the file is larger than `max_file_size`";
        readonly advice: "if it is right, raise `max_file_size`";
    };
    readonly listing_incomplete: {
        readonly retry: true;
        readonly meaning: "the listing was cut, goes beyond a limit, or has lines nobody can read";
        readonly advice: "the message says which limit: raise it on the server (Pure-FTPd: `-L`) or here (`max_…`); a line nobody can read: list that folder by hand";
    };
    readonly unsafe_name: {
        readonly retry: false;
        readonly meaning: "the name can't be a file below the server's folder";
        readonly advice: "rename it on the server, or do what the message says: take a link here away, raise `max_name`";
    };
    readonly locked: {
        readonly retry: false;
        readonly meaning: "another run works on this server's folder";
        readonly advice: "wait for it to end, or give --wait-lock";
    };
    readonly disk: {
        readonly retry: false;
        readonly meaning: "the file could not be written here";
        readonly advice: "look at space, rights and quota of the buffer path";
    };
    readonly config: {
        readonly retry: false;
        readonly meaning: "the configuration has no usable settings for this server";
        readonly advice: "check the configuration that the record names";
    };
    readonly command: {
        readonly retry: false;
        readonly meaning: "a command that stands in the stream failed";
        readonly advice: "run it by hand on the records that it got";
    };
    readonly protocol: {
        readonly retry: true;
        readonly meaning: "the server sent what FTP does not allow";
        readonly advice: "run again with -v and look at the server's log";
    };
};
/** One way in which things go wrong. */
export type Code = keyof typeof CODES;
