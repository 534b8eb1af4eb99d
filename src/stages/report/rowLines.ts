import { jsonItems, jsonText } from "./jsonText.ts";
import type { ResultSet } from "./resultSet.ts";

/** One JSON array a server and line: `[server_name, result, number_of_files, buffer_path, files]`. */
export function* rowLines(results: ResultSet): Generator<string> {
  for (const [server, result, files, folder, names] of results.rows) {
    yield `[${jsonText(server)},${result},${files},${jsonText(folder)},[`;
    yield* jsonItems(names);
    yield "]]\n";
  }
}
