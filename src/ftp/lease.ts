import type { Fault } from "../records/fault.ts";
import type { Session } from "./session.ts";

/** A session on loan. When the signal that it was asked with is aborted, the session is closed, whatever it is doing. */
export interface Lease {
  readonly session: Session;
  /** It has served before: when it turns out dead at its first command, that is no fault of the server. */
  readonly reused: boolean;
  /** The server did what it was asked for, or said in order that it won't: it lives. */
  succeeded(): void;
  /** The work failed; too much of that in a row, and the server counts as dead (`give_up_after`). */
  failed(fault: Fault): void;
  /** Gives it back; a session that is not usable any more is dropped. */
  release(): void;
}
