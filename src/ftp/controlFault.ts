import { Fault } from "../records/fault.ts";
import { type Reply, replyFault, replyText } from "./replyFault.ts";
import { socketFault } from "./socketFault.ts";

/** Why a control connection ended: an error of its socket, of basic-ftp or of the line reader. `doing` says what was tried, for people. */
export function controlFault(doing: string, error: Error): Fault {
  if (/FIN packet|closed connection unexpectedly/.test(error.message)) {
    return new Fault("cut_off", "the server closed the connection", { cause: error });
  }
  // What basic-ftp or the line reader has against the replies themselves.
  if (!("code" in error) && /reply line|control response/.test(error.message)) {
    return new Fault("protocol", error.message, { cause: error });
  }
  return socketFault(doing, error);
}

/**
 * Replies that end a session, whatever was asked: with 421 the server closes the connection (RFC 959 §5.4), and after 530 it has
 * forgotten, or never took, the log-in (§4.2.2): each further command would be refused as well.
 */
export function endsSession(reply: Reply): boolean {
  return reply.code === 421 || reply.code === 530;
}

/** Why the connection is of no use after a reply that ends the session, or one that nobody waits for. */
export function sessionFault(reply: Reply): Fault {
  return endsSession(reply)
    ? replyFault("the server ended the session", reply)
    : new Fault("protocol", `a reply that nobody asked for: ${replyText(reply)}`);
}

/** More than `most` replies to one command, none of them the last. */
export function tooManyReplies(most: number, reply: Reply): Fault {
  return new Fault("protocol", `more than ${most} replies to one command: ${replyText(reply)}`);
}
