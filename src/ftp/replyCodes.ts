import type { Code } from "../records/codes.ts";

/** What a reply code stands for. */
export interface ReplyMeaning {
  readonly meaning: string;
  /** Where it is defined, and where it is given a further meaning that matters to who reads files. */
  readonly section: string;
  readonly code: Code;
}

/**
 * The one table of negative replies: those of RFC 959, 1123, 2228, 2389, 2428, 2640, 3659 and 4217, and 332, with which a log-in may end.
 * What a reply's text says goes first: `BY_TEXT`.
 */
export const REPLIES: Readonly<Record<number, ReplyMeaning>> = {
  332: { meaning: "an account is needed to log in", section: "RFC 959 §4.2.2", code: "login" },
  421: {
    meaning: "service not available, the connection is closed; at a log-in: `busy`",
    section: "RFC 959 §4.2.2, §5.4",
    code: "cut_off",
  },
  425: { meaning: "the data connection can't be opened", section: "RFC 959 §4.2.2", code: "cut_off" },
  426: { meaning: "connection closed, transfer aborted", section: "RFC 959 §4.2.2", code: "cut_off" },
  // In no RFC, but sent for a wrong password; its second digit says that it is about that.
  430: { meaning: "user or password are wrong", section: "RFC 959 §4.2.1 (x3z)", code: "login" },
  431: { meaning: "a resource needed for security is missing", section: "RFC 2228 §5.1; RFC 4217 §4", code: "tls" },
  450: { meaning: "file unavailable, such as busy", section: "RFC 959 §4.2.2", code: "busy" },
  451: { meaning: "local error on the server", section: "RFC 959 §4.2.2; RFC 2389 §4 (OPTS)", code: "busy" },
  452: { meaning: "the server's disk is full", section: "RFC 959 §4.2.2", code: "busy" },
  500: { meaning: "command not known", section: "RFC 959 §4.2.2; RFC 2389 §3.2 (FEAT)", code: "protocol" },
  501: {
    meaning: "wrong parameter",
    section: "RFC 959 §4.2.2; RFC 2389 §4 (OPTS); RFC 2640 §4.1 (LANG); RFC 3659 §7.2 (MLSD of a file)",
    code: "protocol",
  },
  502: { meaning: "command not implemented", section: "RFC 959 §4.2.2; RFC 2389 §3.2 (FEAT)", code: "protocol" },
  503: { meaning: "wrong order of commands", section: "RFC 959 §4.2.2; RFC 2228 §3 (PBSZ, PROT)", code: "protocol" },
  504: {
    meaning: "not implemented for this parameter",
    section: "RFC 959 §4.2.2; RFC 2228 §3 (AUTH, PROT); RFC 2640 §4.1 (LANG)",
    code: "protocol",
  },
  521: { meaning: "no data connection with this PROT", section: "RFC 4217 §10", code: "tls" },
  522: {
    meaning: "TLS of the data connection failed; for EPSV: no such network protocol",
    section: "RFC 4217 §10; RFC 2428 §2, §3",
    code: "tls",
  },
  530: {
    meaning: "not logged in: tried again on another session; at a log-in: `login`",
    section: "RFC 959 §4.2.2",
    code: "denied",
  },
  532: { meaning: "an account is needed to store files", section: "RFC 959 §4.2.2", code: "denied" },
  533: { meaning: "the policy refuses this protection of commands", section: "RFC 2228 §5.1", code: "tls" },
  534: { meaning: "the policy refuses this", section: "RFC 2228 §5.1; RFC 4217 §4", code: "tls" },
  535: { meaning: "a security check failed", section: "RFC 2228 §5.1", code: "tls" },
  536: { meaning: "no such PROT with this mechanism", section: "RFC 2228 §5.1; RFC 4217 §9", code: "tls" },
  537: { meaning: "no such protection of commands with this mechanism", section: "RFC 2228 §5.1", code: "tls" },
  550: {
    meaning: "file unavailable, such as not found or no access",
    section: "RFC 959 §4.2.2; RFC 3659 §3.1 (MDTM), §4.1 (SIZE), §7.2 (MLSD)",
    code: "not_found",
  },
  551: { meaning: "page type unknown", section: "RFC 959 §4.2.2", code: "denied" },
  552: { meaning: "beyond the storage allotted", section: "RFC 959 §4.2.2", code: "denied" },
  553: { meaning: "file name not allowed", section: "RFC 959 §4.2.2", code: "denied" },
  554: { meaning: "the place to restart from is wrong", section: "RFC 1123 §4.1.3.4", code: "protocol" },
  555: { meaning: "type or structure do not fit the restart", section: "RFC 1123 §4.1.3.4", code: "protocol" },
};

/** Of replies that are in no table, the first digit says whether trying again can help (RFC 959 §4.2.1). */
export const OTHER_REPLIES: readonly (ReplyMeaning & { readonly first: number; readonly reply: string })[] = [
  { first: 4, reply: "other 4yz", meaning: "not now", section: "RFC 959 §4.2.1", code: "busy" },
  { first: 5, reply: "other 5yz", meaning: "not at all", section: "RFC 959 §4.2.1", code: "protocol" },
];

/** Replies whose text says more than their code; the first that matches wins. */
export const BY_TEXT: readonly [replies: readonly number[], text: RegExp, code: Code][] = [
  // ProFTPD "Maximum login attempts exceeded": no lack of connections, and trying on gets the user locked.
  [[421, 530], /attempts|(failed|bad|wrong) (log-?ins?|passwords?|auth)|(log-?in|\bauth\w*) failures/i, "login"],
  // vsftpd "There are too many connections", ProFTPD "maximum number of allowed clients", Pure-FTPd "(the maximum) are already logged in".
  // Both words in one line, in any order; looked for from each line's beginning only, for a reply may be all of such words.
  [
    [421, 530],
    /too many|try again later|^(?=.*(connections?|clients|users|sessions|logins)\b).*\b(max|maximum|limit)\b/im,
    "too_many_connections",
  ],
  // vsftpd 530 "must use encryption" and 522 "session reuse required", Pure-FTPd 421 "cleartext sessions … not accepted".
  [[421, 521, 522, 530, 534], /\b(tls|ssl)\b|encrypt|cleartext/i, "tls"],
  // ProFTPD 550 "SSL/TLS required on the control channel".
  [[550], /^550.(ssl\/tls|ssl|tls) required\b/i, "tls"],
  // ProFTPD: 450 for LIST of what is not there.
  [[450, 550, 553], /no such|not found|does(n't| not) exist/i, "not_found"],
  [
    [450, 550, 553],
    /denied|permission|not permitted|forbidden|prohibited|failed to open directory|unable to read/i,
    "denied",
  ],
];
