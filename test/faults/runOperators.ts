import { type Harvest, openHarvest } from "../../src/index.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import type { ResultSet } from "../../src/stages/report/resultSet.ts";
import type { ScriptedServer } from "../servers/scriptedServer.ts";
import type { Row, Told } from "./evidence.ts";
import { atCommand } from "./moment.ts";
import type { RoundEnd, Schedule } from "./schedule.ts";
import type { World } from "./world.ts";

/** One round through the operators, in this process. */
export async function runOperators(
  world: World,
  { options: { checksum, keepOrder } }: Schedule,
  ends: RoundEnd,
  servers: readonly ScriptedServer[],
): Promise<Told> {
  const notes: string[] = [];
  const stop = new AbortController();
  const forget = ends.how === "abort" ? atCommand(servers, ends.at, () => stop.abort()) : () => {};
  try {
    await using harvest = openHarvest(world.config, {
      checksum,
      keepOrder,
      signal: stop.signal,
      env: { HOME: world.folder, FTP_HARVEST_STATE: world.state },
      onNote: (note) => notes.push(note),
    });
    const { records, left } = await taken(harvest, ends.how === "leave" ? ends.records : Number.POSITIVE_INFINITY);
    const results = await harvest.result();
    return {
      ended: left ? "left" : stop.signal.aborted ? "aborted" : "completed",
      rows: rowsOf(results),
      code: results.code,
      codes: new Map(),
      records,
      text: [results.toString("table"), ...notes].join("\n"),
    };
  } finally {
    forget();
  }
}

async function taken(harvest: Harvest, most: number): Promise<{ records: AnyRecord[]; left: boolean }> {
  const records: AnyRecord[] = [];
  if (most === 0) {
    for await (const _ of harvest) return { records, left: true };
  }
  for await (const record of harvest) {
    records.push(record);
    if (records.length >= most) return { records, left: true };
  }
  return { records, left: false };
}

function rowsOf(results: ResultSet): Map<string, Row> {
  const rows = [...results].map(([server, result, number_of_files, , files]): [string, Row] => {
    const of = results.servers.find((one) => one.server === server);
    const reasons = { failed: of?.failed ?? 0, others: of?.reasons ?? [] };
    return [server, { result, number_of_files, files, reasons }];
  });
  return new Map(rows);
}
