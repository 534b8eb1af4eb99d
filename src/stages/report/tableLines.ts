import { CODES } from "../../records/codes.ts";
import { counted } from "../../records/counted.ts";
import { printable } from "../../records/printable.ts";
import { displayWidth, padded } from "./displayWidth.ts";
import { humanBytes } from "./humanBytes.ts";
import { NOT_COMPLETE, type ServerResult } from "./judge.ts";
import type { ResultFailure } from "./outcomes.ts";
import type { Look, ResultSet } from "./resultSet.ts";

/** Failures told of one server; more tell a person nothing new. */
const FAILURES_A_SERVER = 10;

/** For people: a line a server, below it what failed and why, at last the sums. */
export function* tableLines(results: ResultSet, look: Look): Generator<string> {
  const paint = look.colours ? inColour : plain;
  yield* serverLines(results, paint);
  for (const each of results.servers) if (each.result === 1) yield* whyLines(each, results, paint);
  if (results.runFailureCount > 0) {
    yield `\n${paint("of no one server", "bold")}\n`;
    yield* failureLines(results.runFailures, results.runFailureCount);
  }
  yield `\n${sums(results)}\n`;
}

type Colour = "red" | "green" | "bold";
type Paint = (text: string, colour: Colour) => string;

const ANSI: Readonly<Record<Colour, string>> = { red: "31", green: "32", bold: "1" };

function inColour(text: string, colour: Colour): string {
  return `\u001b[${ANSI[colour]}m${text}\u001b[0m`;
}

function plain(text: string): string {
  return text;
}

type Row = readonly [server: string, result: string, files: string, bytes: string, folder: string];

function* serverLines(results: ResultSet, paint: Paint): Generator<string> {
  const head: Row = ["server", "result", "files", "size", "folder"];
  const rows = results.servers.map((each) => rowOf(each, results));
  const widths = [head, ...rows].reduce(
    (widest, row) => widest.map((width, column) => Math.max(width, displayWidth(row[column] ?? ""))),
    head.map(() => 0),
  );
  const [server = 0, result = 0, files = 0, size = 0] = widths;
  const aligned = ([a, b, c, d]: Row): [string, string, string] => [
    padded(a, server),
    padded(b, result),
    `${padded(c, -files)}  ${padded(d, -size)}`,
  ];
  yield `${paint([...aligned(head), head[4]].join("  "), "bold")}\n`;
  for (const row of rows) {
    const [name, ok, numbers] = aligned(row);
    const colour = row[1] === "ok" ? "green" : "red";
    yield `${[name, paint(ok, colour), numbers, row[4]].join("  ").trimEnd()}\n`;
  }
}

function rowOf(each: ServerResult, results: ResultSet): Row {
  const files = String(results.numberOfFiles(each));
  const size = humanBytes(results.bytes(each));
  return [printable(each.server), each.result === 0 ? "ok" : "FAILED", files, size, printable(each.folder)];
}

function* whyLines(each: ServerResult, results: ResultSet, paint: Paint): Generator<string> {
  yield `\n${paint(printable(each.server), "bold")}\n`;
  const count = each.failed + each.troubles;
  if (count > 0) yield* failureLines(results.failures(each), count);
  for (const reason of each.reasons) if (reason !== NOT_COMPLETE || count === 0) yield `  ${reason}\n`;
}

/** The first failures with their reasons; what can be done about it is said once for each code. */
function* failureLines(failures: Iterable<ResultFailure>, count: number): Generator<string> {
  const advised = new Set<string>();
  let told = 0;
  for (const { path, name, code, message } of failures) {
    if (told === FAILURES_A_SERVER) break;
    told++;
    const where = path ?? name;
    yield `  ${where === "" ? "" : `${printable(where)}  `}${printable(code)}: ${printable(message)}\n`;
    if (isCode(code) && !advised.has(code)) yield `    ${CODES[code].advice}\n`;
    advised.add(code);
  }
  if (count > told) yield `  and ${count - told} more\n`;
}

function isCode(code: string): code is keyof typeof CODES {
  return Object.hasOwn(CODES, code);
}

function sums(results: ResultSet): string {
  const sum = (of: (each: ServerResult) => number) => results.servers.reduce((total, each) => total + of(each), 0);
  const bad = sum(({ result }) => result);
  const all = results.servers.length;
  const parts = [
    `${all - bad} of ${counted(all, "server")} ok`,
    counted(
      sum((each) => results.numberOfFiles(each)),
      "file",
    ),
    humanBytes(sum((each) => results.bytes(each))),
  ];
  const unchanged = sum((each) => each.unchanged);
  const skipped = sum((each) => each.skipped);
  const failures = sum(({ failed, troubles }) => failed + troubles) + results.runFailureCount;
  if (unchanged > 0) parts.push(`${unchanged} unchanged`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (failures > 0) parts.push(counted(failures, "failure"));
  return parts.join(", ");
}
