import { isPositive, type Reply } from "./replyFault.ts";

/** What a refusal has to say of a file alone (RFC 959 §4.2.2). */
const OF_THE_FILE: readonly number[] = [450, 451, 452, 550, 551, 552, 553];
/** They answer another command than one that transfers: replies don't come in turn. */
const ENTERING_PASSIVE: readonly number[] = [227, 228, 229];
/** Pure-FTPd 1.0.50 has no other last word on a transfer that its client has ended: it goes on with the next command. */
const CLOSING_150 = /^150 [\d.]+ seconds \(measured here\)/;

/** What a reply is to a transfer; `stray`: the answer to another command. */
export type Heard = "preliminary" | "final" | "refusal" | "stray";

/**
 * RFC 959 §5.4: 125 or 150 before, then 226, 250 or a negative one. To one that was `ended` by us before its end any final reply will
 * do, such as 426 (§4.2.2).
 */
export function heardAs(reply: Pick<Reply, "code" | "text">, transfer: "going" | "ended"): Heard {
  const ended = transfer === "ended";
  if (reply.code < 200 && !(ended && CLOSING_150.test(reply.text))) return "preliminary";
  if (ENTERING_PASSIVE.includes(reply.code)) return "stray";
  return ended || isPositive(reply) ? "final" : "refusal";
}

/** Whether it can be a file that is refused with this code, rather than a command. */
export function isOfFile(code: number): boolean {
  return OF_THE_FILE.includes(code);
}
