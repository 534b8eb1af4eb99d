import { CODES } from "../../records/codes.ts";
import { printable } from "../../records/printable.ts";
import { displayWidth, padded } from "./displayWidth.ts";
import { humanBytes } from "./humanBytes.ts";
import type { ServerResult } from "./judge.ts";
import type { ResultFailure } from "./outcomes.ts";
import type { Look, ResultSet } from "./resultSet.ts";

/** Failures told of one server; more tell a person nothing new. */
const FAILURES_A_SERVER = 10;

/** For people: a line a server, below it what failed and why, at last the sums. */
export function* tableLines(results: ResultSet, look: Look): Generator<string> {
  const paint = look.colours ? inColour : (text: string) => text;
  yield* serverLines(results, paint);
  for (const each of results.servers) if (each.result === 1) yield* whyLines(each, results, paint);
  if (results.runFailureCount > 0) yield* runFailureLines(results, paint);
  yield `\n${sums(results)}\n`;
}

type Colour = "red" | "green" | "bold";
type Paint = (text: string, colour: Colour) => string;

const ANSI: Readonly<Record<Colour, string>> = { red: "31", green: "32", bold: "1" };

function inColour(text: string, colour: Colour): string {
  return `\u001b[${ANSI[colour]}m${text}\u001b[0m`;
}

function* serverLines(results: ResultSet, paint: Paint): Generator<string> {
  const rows = results.servers.map((each) => ({
    server: printable(each.server),
    result: each.result,
    files: String(results.numberOfFiles(each)),
    bytes: humanBytes(results.bytes(each)),
    folder: printable(each.folder),
  }));
  const server = Math.max(
    ...widths(
      "server",
      rows.map((row) => row.server),
    ),
  );
  const files = -Math.max(
    ...widths(
      "files",
      rows.map((row) => row.files),
    ),
  );
  const bytes = -Math.max(
    ...widths(
      "size",
      rows.map((row) => row.bytes),
    ),
  );
  const head = [padded("server", server), padded("result", 6), padded("files", files), padded("size", bytes), "folder"];
  yield `${paint(head.join("  "), "bold")}\n`;
  for (const row of rows) {
    const result = row.result === 0 ? paint(padded("ok", 6), "green") : paint("FAILED", "red");
    const cells = [padded(row.server, server), result, padded(row.files, files), padded(row.bytes, bytes), row.folder];
    yield `${cells.join("  ").trimEnd()}\n`;
  }
}
