import { Fault } from "../records/fault.ts";
import type { Reply } from "./replyFault.ts";

/** A command, and who waits for its replies. */
export interface Exchange {
  /** "" for a greeting, which is waited for without a command. */
  readonly command: string;
  /** Takes a reply; true when it was the last one for this command. */
  onReply(reply: Reply): boolean;
  /** The connection ended before. */
  onLost(fault: Fault, by: EndedBy): void;
}

/** Whether a connection was closed by us (for good: what is under way is wanted no more) or lost. */
export type EndedBy = "us" | "them";

/** Who waits for the first reply that is not preliminary. */
export class Asked implements Exchange {
  readonly command: string;
  readonly #answered: (reply: Reply) => void;
  readonly onLost: (fault: Fault) => void;

  constructor(command: string, answered: (reply: Reply) => void, lost: (fault: Fault) => void) {
    this.command = command;
    this.#answered = answered;
    this.onLost = lost;
  }

  onReply(reply: Reply): boolean {
    if (reply.code < 200) return false;
    this.#answered(reply);
    return true;
  }
}

/** Who waits for such replies to several commands. In the end those that came are shown to `look`, which may throw. */
export function askedAll(
  commands: readonly string[],
  look: (replies: readonly Reply[]) => void,
  resolve: (replies: Reply[]) => void,
  reject: (error: unknown) => void,
): Asked[] {
  const replies: Reply[] = [];
  const end = (settle: () => void) => {
    try {
      look(replies);
      settle();
    } catch (error) {
      reject(error);
    }
  };
  const answered = (reply: Reply) => {
    if (replies.push(reply) === commands.length) end(() => resolve(replies));
  };
  const lost = (fault: Fault) => end(() => reject(fault));
  return commands.map((command) => new Asked(command, answered, lost));
}

/** A name with a line end would be a second command: it never leaves. */
export function unsafe(command: string): Fault | undefined {
  return /[\r\n\0]/.test(command) ? new Fault("unsafe_name", "a line end or NUL in a command") : undefined;
}

/** What may be told of a command: never a password. */
export function verb(command: string): string {
  return command.split(" ", 1)[0] ?? "";
}
