import { jsonItems, jsonText } from "./jsonText.ts";
import type { ResultSet } from "./resultSet.ts";

/** One JSON array a server and line: `[server_name, result, number_of_files, buffer_path, files]`. */
export function* rowLines(results: ResultSet): Generator<string, void> {
  for (const each of results.servers) {
    yield `[${jsonText(each.server)},${each.result},${results.numberOfFiles(each)},${jsonText(each.folder)},[`;
    yield* jsonItems(results.files(each));
    yield "]]\n";
  }
}
