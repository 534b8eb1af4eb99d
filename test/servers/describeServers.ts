import { describe, it } from "vitest";
import { missing, type ServerKind } from "./installed.ts";

/** Set where a machine is meant to have the servers (CI): what else is skipped then fails. */
const REQUIRED = process.env["FTP_HARVEST_REQUIRE_SERVERS"] === "1";

/**
 * A `describe` for each kind of real server. Where one can't run, its tests are skipped, and the reason is said; with
 * FTP_HARVEST_REQUIRE_SERVERS=1 there is a failing test instead.
 */
export function describeServers(kinds: readonly ServerKind[], define: (kind: ServerKind) => void): void {
  for (const kind of kinds) {
    const reason = whyNot(kind);
    if (reason === undefined) describe(kind, () => define(kind));
    else if (REQUIRED) failing(kind, reason);
    else skipped(kind, reason, define);
  }
}

function failing(kind: ServerKind, reason: string): void {
  describe(kind, () => {
    it("runs on this machine", () => {
      throw new Error(reason);
    });
  });
}

function skipped(kind: ServerKind, reason: string, define: (kind: ServerKind) => void): void {
  console.warn(`tests with a real ${kind} are skipped: ${reason}`);
  describe.skip(`${kind} (skipped: ${reason})`, () => define(kind));
}

/** Servers change root and user, which only root may. */
function whyNot(kind: ServerKind): string | undefined {
  if (process.getuid?.() !== 0) return "needs root, to change root and user";
  const absent = missing(kind);
  return absent === undefined ? undefined : `${absent}; run \`npm run servers:install\``;
}
