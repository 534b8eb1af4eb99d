import { errorCode } from "../records/errorCode.ts";
import { Fault } from "../records/fault.ts";

/** What a command says of the error that ended it: the operator's own business in his words, else it is a bug of ours. */
export function brokenWords(command: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Fault) return `${command}: ${message}`;
  // Already reading its own modules takes some.
  if (errorCode(error) === "EMFILE") return `${command}: this process may have too few files open: raise ulimit -n`;
  return `${command}: internal error: ${message} (with -v: where; please report it)`;
}
