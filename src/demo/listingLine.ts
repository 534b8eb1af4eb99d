import type { TreeNode } from "./tree.ts";

/** Facts that MLST and MLSD can give (RFC 3659 7.5). */
export const FACTS = ["type", "size", "modify"] as const;
export type Fact = (typeof FACTS)[number];

/** One entry as RFC 3659 7.2 writes it: `type=file;size=12;modify=20261124013815; name`. */
export function factsLine(name: string, node: TreeNode, facts: readonly Fact[]): string {
  const written = facts.flatMap((fact) => {
    const value = factOf(node, fact);
    return value === undefined ? [] : [`${fact}=${value};`];
  });
  return `${written.join("")} ${name}`;
}

/** `YYYYMMDDHHMMSS` in UTC (RFC 3659 2.3). */
export function timeVal(time: Date): string {
  return time.toISOString().slice(0, 19).replace(/\D/g, "");
}

/** One entry as `ls -l` of a server in UTC writes it: what nearly all clients read, though no RFC says how. */
export function longLine(name: string, node: TreeNode, now: Date): string {
  const mode = node.kind === "folder" ? "dr-xr-xr-x" : "-r--r--r--";
  return `${mode}   1 ftp      ftp      ${String(sizeOf(node)).padStart(12)} ${longTime(node.modified, now)} ${name}`;
}

function factOf(node: TreeNode, fact: Fact): string | undefined {
  if (fact === "type") return node.kind === "folder" ? "dir" : "file";
  if (fact === "modify") return timeVal(node.modified);
  return node.kind === "folder" ? undefined : String(sizeOf(node));
}

function sizeOf(node: TreeNode): number {
  return node.kind === "folder" ? 4096 : node.bytes.length;
}

/** With the time of day for the last six months, with the year for all else, as `ls` does. */
function longTime(time: Date, now: Date): string {
  const age_ms = now.getTime() - time.getTime();
  const recent = age_ms >= 0 && age_ms < SIX_MONTHS_MS;
  const day = `${MONTHS[time.getUTCMonth()]} ${String(time.getUTCDate()).padStart(2)}`;
  return `${day} ${recent ? time.toISOString().slice(11, 16) : ` ${time.getUTCFullYear()}`}`;
}

const SIX_MONTHS_MS = 182 * 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
