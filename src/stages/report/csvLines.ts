import { printable } from "../../records/printable.ts";
import type { ServerResult } from "./judge.ts";
import type { ResultOutcome } from "./outcomes.ts";
import type { Look, ResultSet } from "./resultSet.ts";

/**
 * One row a file, what failed and was skipped included, and one without a name for a server without files and for a failure of a
 * server as such. Quoted as RFC 4180 says; lines end as Unix has them.
 */
export function* csvLines(results: ResultSet, look: Look): Generator<string, void> {
  yield "server,result,name,size,status,code\n";
  for (const each of results.servers) {
    const { server, result } = each;
    for (const { name, size, status, code } of rowsOf(each, results)) {
      yield `${[server, result, name, size ?? "", status, code].map((value) => field(value, look)).join(",")}\n`;
    }
  }
}

type CsvRow = Omit<ResultOutcome, "status"> & { readonly status: string };

function* rowsOf(each: ServerResult, results: ResultSet): Generator<CsvRow, void> {
  let rows = 0;
  for (const outcome of results.outcomes(each)) {
    // Of several failures of the server as such, which come first, one row is enough.
    if (outcome.name === "" && rows > 0) continue;
    yield outcome;
    rows++;
  }
  if (rows === 0) yield { name: "", size: undefined, status: each.result === 1 ? "incomplete" : "", code: "" };
}

function field(value: string | number, { terminal }: Look): string {
  const text = terminal ? printable(String(value)) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
