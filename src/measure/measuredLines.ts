import { CODES } from "../records/codes.ts";
import { counted } from "../records/counted.ts";
import { printable } from "../records/printable.ts";
import { displayWidth, padded } from "../stages/report/displayWidth.ts";
import { humanBytes } from "../stages/report/humanBytes.ts";
import { type Counted, isTelling, kneeOf, rateOf } from "./knee.ts";
import type { Measured, Reading } from "./measured.ts";
import { type Advice, shownRate } from "./proposals.ts";

/** A server with what is proposed for it. */
export interface Advised {
  readonly measured: Measured;
  readonly advice: Advice;
}

type Row = readonly [server: string, ...cells: string[]];

const HEAD: Row = ["server", "log-in", "round trip", "listed", "small files", "large files"];

/** For people: a line a server, then for each what it takes, what more connections brought, and what is proposed. */
export function* measuredLines(all: readonly Advised[]): Generator<string> {
  const rows = [HEAD, ...all.map(({ measured }) => rowOf(measured))];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  for (const row of rows)
    yield `${row
      .map((cell, column) => padded(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd()}\n`;
  for (const each of all) yield* blockOf(each);
}

function rowOf(measured: Measured): Row {
  const { server, first_login_ms, later_login_ms, round_trip_ms, found, small, large } = measured;
  const later = later_login_ms === null ? "" : `, then ${shownMs(later_login_ms)}`;
  return [
    printable(server),
    first_login_ms === null ? "-" : `${shownMs(first_login_ms)}${later}`,
    round_trip_ms === null ? "-" : shownMs(round_trip_ms),
    found === null ? "-" : `${counted(found.files, "file")} in ${shownMs(found.ms)}${found.whole ? "" : ", not all"}`,
    bestOf(small, "files"),
    bestOf(large, "bytes"),
  ];
}

function bestOf(readings: readonly Reading[], what: Counted): string {
  const knee = kneeOf(readings, what);
  return knee === undefined ? "-" : `${shownRate(knee.rate, what)} at ${knee.connections}`;
}

function* blockOf({ measured, advice }: Advised): Generator<string> {
  const { failure, ended_by, limit, server } = measured;
  yield `\n${printable(server)}\n`;
  if (failure !== null) {
    yield `  ${failure.code}: ${printable(failure.message)}\n    ${CODES[failure.code].advice}\n`;
  }
  if (measured.first_login_ms !== null) yield `  ${takes(measured)}\n`;
  if (measured.found !== null) yield `  ${lies(measured.found)}\n`;
  if (limit !== null)
    yield `  refused more than ${counted(limit.connections, "connection")}: ${printable(limit.message)}\n`;
  if (measured.small.length > 0) yield `  small files  ${shownReadings(measured.small, "files")}\n`;
  if (measured.large.length > 0) yield `  large files  ${shownReadings(measured.large, "bytes")}\n`;
  for (const remark of advice.remarks) yield `  ${remark}\n`;
  for (const { key, value, reason } of advice.proposals) yield `  proposed: \`${key}: ${value}\` (${reason})\n`;
  if (ended_by === "signal") yield "  ended before it was done\n";
  if (ended_by === "time" && failure === null)
    yield "  its time was over before all was measured; give it more with `--for`\n";
}

function takes({ secure, mlsd, passive, ahead, rest }: Measured): string {
  const has = (what: string, known: boolean | null) => (known === null ? [] : [known ? what : `no ${what}`]);
  const parts = [
    secure === "none" ? "no TLS" : `TLS (${secure})`,
    ...has("MLSD", mlsd),
    ...(passive === null ? [] : [passive.toUpperCase()]),
    ...has("commands ahead", ahead),
    ...has("REST", rest),
  ];
  return parts.join(", ");
}

function lies({ folders, files, median_size, largest_size }: NonNullable<Measured["found"]>): string {
  const where = `${counted(files, "file")} in ${counted(folders, "folder")}`;
  if (median_size === null || largest_size === null) return where;
  return `${where}, half of them up to ${humanBytes(median_size)}, the largest ${humanBytes(largest_size)}`;
}

/** Those that tell nothing are shown in brackets. */
function shownReadings(readings: readonly Reading[], what: Counted): string {
  return readings
    .map((reading) => {
      const text = `${reading.connections}: ${shownRate(rateOf(reading, what), what)}`;
      return isTelling(reading, what) ? text : `(${text})`;
    })
    .join(", ");
}

function shownMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
