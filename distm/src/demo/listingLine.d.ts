import type { TreeNode } from "./tree.ts";
/** Facts that MLST and MLSD can give (RFC 3659 7.5). */
export declare const FACTS: readonly ["type", "size", "modify"];
export type Fact = (typeof FACTS)[number];
/** One entry as RFC 3659 7.2 writes it: `type=file;size=12;modify=20261124013815; name`. */
export declare function factsLine(name: string, node: TreeNode, facts: readonly Fact[]): string;
/** `YYYYMMDDHHMMSS` in UTC (RFC 3659 2.3). */
export declare function timeVal(time: Date): string;
/** One entry as `ls -l` of a server in UTC writes it: what nearly all clients read, though no RFC says how. */
export declare function longLine(name: string, node: TreeNode, now: Date): string;
