import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";

/** What a server says after a command (RFC 959 §4.2). */
export interface Reply {
  readonly code: number;
  /** All its lines, codes included, bytes as latin1. Never for messages: it may repeat the password. */
  readonly text: string;
  /** The same without the password. */
  readonly shown: string;
}

/** RFC 959 §4.2.1: 2xx, the command is done. */
export function isPositive(reply: Reply): boolean {
  return reply.code >= 200 && reply.code < 300;
}

/** Replies whose text says more than their code; the first that matches wins. */
const BY_TEXT: readonly [codes: readonly number[], text: RegExp, code: Code][] = [
  // ProFTPD "Maximum login attempts exceeded": no lack of connections, and trying on gets the user locked.
  [[421, 530], /attempts|(failed|bad|wrong) (log-?ins?|passwords?|auth)|(log-?in|auth\w*) failures/i, "login"],
  // vsftpd "There are too many connections", ProFTPD "maximum number of allowed clients", Pure-FTPd "(the maximum) are already logged in".
  [
    [421, 530],
    /too many|try again later|(connections?|clients|users|sessions|logins)\b.*\b(max|maximum|limit)\b/i,
    "too_many_connections",
  ],
  [[421, 530], /\b(max|maximum|limit)\b.*\b(connections?|clients|users|sessions|logins)\b/i, "too_many_connections"],
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

/** Those whose text may name the file first, which may have any name, and say what is wrong after a colon. */
const NAMING_A_PATH = [450, 550, 553];

/** RFC 959 §4.2.2, RFC 2228 §5, RFC 4217 for 5x2 and 534. */
const BY_CODE: Readonly<Record<number, Code>> = {
  421: "cut_off",
  425: "cut_off",
  426: "cut_off",
  332: "login",
  430: "login",
  431: "tls",
  434: "unreachable",
  450: "busy",
  451: "busy",
  452: "busy",
  500: "protocol",
  501: "protocol",
  502: "protocol",
  503: "protocol",
  504: "protocol",
  521: "tls",
  522: "tls",
  530: "denied",
  532: "denied",
  533: "tls",
  534: "tls",
  535: "tls",
  550: "not_found",
  551: "denied",
  552: "denied",
  553: "denied",
};

function codeOf(reply: Reply): Code {
  const said = NAMING_A_PATH.includes(reply.code) ? reply.text.slice(reply.text.lastIndexOf(": ") + 1) : reply.text;
  for (const [codes, text, code] of BY_TEXT) {
    if (codes.includes(reply.code) && text.test(said)) return code;
  }
  return BY_CODE[reply.code] ?? (reply.code >= 400 && reply.code < 500 ? "busy" : "protocol");
}

/** The fault that a negative or unexpected reply stands for. `doing` says what was asked, for people. */
export function replyFault(doing: string, reply: Reply): Fault {
  return new Fault(codeOf(reply), `${doing}: ${replyText(reply)}`);
}

/** The same for a refused log-in, where a plain 530 means user or password, not a right on a file. */
export function loginFault(reply: Reply): Fault {
  const code = codeOf(reply);
  const refused = code === "denied" || code === "not_found";
  return new Fault(refused ? "login" : code, `log-in refused: ${replyText(reply)}`);
}

/** A reply that must be positive. Throws its `Fault` otherwise. */
export function demand(doing: string, reply: Reply): Reply {
  if (!isPositive(reply)) throw replyFault(doing, reply);
  return reply;
}

/** A reply in one line, its bytes read as UTF-8, without the password. */
export function replyText(reply: Reply): string {
  const text = Buffer.from(reply.shown, "latin1").toString("utf8");
  return text.replace(/\r?\n/g, " ").slice(0, MAX_REPLY_TEXT).trim();
}

/** Characters of a reply that go into a message; greetings can be pages long. */
const MAX_REPLY_TEXT = 300;
