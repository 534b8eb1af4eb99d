import type { ResultSet } from "./resultSet.ts";
/** One JSON array a server and line: `[server_name, result, number_of_files, buffer_path, files]`. */
export declare function rowLines(results: ResultSet): Generator<string, void>;
