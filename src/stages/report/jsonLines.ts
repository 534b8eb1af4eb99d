import { jsonItems, jsonText } from "./jsonText.ts";
import type { ResultSet } from "./resultSet.ts";

/**
 * One JSON object, one key a server, one server a line. Written by hand, for an object of JavaScript would put keys such as `9` and
 * `10` before all others.
 */
export function* jsonLines(results: ResultSet): Generator<string> {
  let before = "{";
  for (const [server, result, files, folder, names] of results.rows) {
    yield `${before}${jsonText(server)}:[${result},${files},${jsonText(folder)},[`;
    yield* jsonItems(names);
    yield "]]";
    before = ",\n ";
  }
  yield before === "{" ? "{}\n" : "}\n";
}
