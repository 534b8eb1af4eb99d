import type { Look, ResultSet } from "./resultSet.ts";
/** For people: a line a server, below it what failed and why, at last the sums. */
export declare function tableLines(results: ResultSet, look: Look): Generator<string>;
