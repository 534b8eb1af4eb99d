import type { ResultSet } from "./resultSet.ts";
/**
 * One JSON object, one key a server, one server a line. Written by hand, for an object of JavaScript would put keys such as `9` and
 * `10` before all others.
 */
export declare function jsonLines(results: ResultSet): Generator<string, void>;
