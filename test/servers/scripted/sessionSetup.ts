import type { TLSSocketOptions } from "node:tls";
import type { Answer } from "./faultSchedule.ts";
import type { Handler, Script } from "./script.ts";
import type { ScriptedSession } from "./session.ts";
import type { Retrieval } from "./transfer.ts";
import type { ScriptedTree } from "./tree.ts";

/** What a session needs to know of its server. */
export interface SessionSetup {
  readonly host: string;
  readonly script: Script;
  readonly tree: ScriptedTree;
  readonly tls: () => TLSSocketOptions;
  readonly commands: Readonly<Record<string, Handler>>;
  /** What comes before the first command is read. */
  greet(session: ScriptedSession): Promise<void>;
  /** How many times all clients together have sent a command, this time included. */
  count(command: string): number;
  /** Notes a command in the transcript; the faults that fall on its answer. */
  received(connection: number, line: string, command: string): Answer;
  retrieved(path: string, how: Retrieval): void;
  loggedIn(): void;
  /** Goes down, and comes back after a time. */
  restart(ms: number): void;
  /** A handler threw: a mistake in a test, or an expectation that does not hold. */
  failed(error: unknown): void;
}
