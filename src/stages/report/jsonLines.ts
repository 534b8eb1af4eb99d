import { jsonItems, jsonText } from "./jsonText.ts";
import type { ResultSet } from "./resultSet.ts";

/**
 * One JSON object, one key a server, one server a line. Written by hand, for an object of JavaScript would put keys such as `9` and
 * `10` before all others.
 */
export function* jsonLines(results: ResultSet): Generator<string, void> {
  let before = "{";
  for (const each of results.servers) {
    yield `${before}${jsonText(each.server)}:[${each.result},${results.numberOfFiles(each)},${jsonText(each.folder)},[`;
    yield* jsonItems(results.files(each));
    yield "]]";
    before = ",\n ";
  }
  yield before === "{" ? "{}\n" : "}\n";
}
