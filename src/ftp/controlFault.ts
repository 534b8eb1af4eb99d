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

/** A reply that nobody waits for. One with 421 says that the server closes the connection (RFC 959 §5.4). */
export function unasked(reply: Reply): Fault {
  return reply.code === 421
    ? replyFault("the server ended the session", reply)
    : new Fault("protocol", `a reply that nobody asked for: ${replyText(reply)}`);
}

/** More than `most` replies to one command, none of them the last. */
export function tooManyReplies(most: number, reply: Reply): Fault {
  return new Fault("protocol", `more than ${most} replies to one command: ${replyText(reply)}`);
}
