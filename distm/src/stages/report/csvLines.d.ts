import type { Look, ResultSet } from "./resultSet.ts";
/**
 * One row a file, what failed and was skipped included, and one without a name for a server without files and for a failure of a
 * server as such. Quoted as RFC 4180 says; lines end as Unix has them.
 */
export declare function csvLines(results: ResultSet, look: Look): Generator<string, void>;
