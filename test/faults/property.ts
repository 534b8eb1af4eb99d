import type { Evidence, ServerEvidence } from "./evidence.ts";
import type { Excuses } from "./excuses.ts";

/** What must hold after every round. */
export interface Property {
  readonly sentence: string;
  /** Why it does not hold; undefined where it does. */
  broken(evidence: Evidence, excuses: Excuses): string | undefined;
}

/** One that must hold of each server. */
export function eachServer(
  broken: (server: ServerEvidence, evidence: Evidence, excuses: Excuses) => string | undefined,
): Property["broken"] {
  return (evidence, excuses) => {
    for (const server of evidence.servers) {
      const why = broken(server, evidence, excuses);
      if (why !== undefined) return `${server.name}: ${why}`;
    }
    return undefined;
  };
}
