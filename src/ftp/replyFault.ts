import type { Code } from "../records/codes.ts";
import { Fault } from "../records/fault.ts";
import { printable } from "../records/printable.ts";
import { BY_TEXT, OTHER_REPLIES, REPLIES } from "./replyCodes.ts";

/** What a server says after a command (RFC 959 §4.2). */
export interface Reply {
  readonly code: number;
  /** All its lines, codes included, bytes as latin1. Never for messages: it may repeat the password. */
  readonly text: string;
  /** The same without the password. */
  readonly shown: string;
}

/** RFC 959 §4.2.1: 2xx, the command is done. */
export function isPositive({ code }: Pick<Reply, "code">): boolean {
  return code >= 200 && code < 300;
}

/** Those whose text may name the file first, which may have any name, and say what is wrong after a colon. */
const NAMING_A_PATH = [450, 550, 553];

function codeOf(reply: Reply): Code {
  const said = NAMING_A_PATH.includes(reply.code) ? reply.text.slice(reply.text.lastIndexOf(": ") + 1) : reply.text;
  for (const [replies, text, code] of BY_TEXT) {
    if (replies.includes(reply.code) && text.test(said)) return code;
  }
  const first = Math.floor(reply.code / 100);
  // Anything else in place of what was asked for is no FTP.
  return (REPLIES[reply.code] ?? OTHER_REPLIES.find((other) => other.first === first))?.code ?? "protocol";
}

/**
 * The fault that a negative or unexpected reply stands for. `doing` says what was asked, for people. After a 530 another session may
 * be let in.
 */
export function replyFault(doing: string, reply: Reply): Fault {
  const code = codeOf(reply);
  const forgotten = code === "denied" && reply.code === 530;
  return new Fault(code, `${doing}: ${replyText(reply)}`, forgotten ? { retry: true } : {});
}

/**
 * The same for a refused log-in, where a plain 530 means user or password, not a right on a file, and a 421 that nothing was cut off: the
 * server takes nobody now, often because it has enough.
 */
export function loginFault(reply: Reply): Fault {
  const code = codeOf(reply);
  return new Fault(AT_LOG_IN[code] ?? code, `log-in refused: ${replyText(reply)}`);
}

const AT_LOG_IN: Readonly<Partial<Record<Code, Code>>> = { denied: "login", not_found: "login", cut_off: "busy" };

/** A reply that must be positive. Throws its `Fault` otherwise. */
export function demand(doing: string, reply: Reply): Reply {
  if (!isPositive(reply)) throw replyFault(doing, reply);
  return reply;
}

/** A reply in one line, its bytes read as UTF-8, without the password and without what a terminal must not be shown. */
export function replyText(reply: Reply): string {
  const text = Buffer.from(reply.shown, "latin1").toString("utf8").replace(/\r?\n/g, " ");
  return printable(text.slice(0, MAX_REPLY_TEXT).trim());
}

/** Characters of a reply that go into a message; greetings can be pages long. */
const MAX_REPLY_TEXT = 300;
