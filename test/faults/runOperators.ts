import { lastValueFrom, tap } from "rxjs";
import {
  fetchFiles,
  type Harvest,
  listFiles,
  openHarvest,
  type ResultSet,
  report,
  type SurroundingsOptions,
  servers as serversOf,
  withSurroundings,
} from "../../src/index.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import type { ScriptedServer } from "../servers/scriptedServer.ts";
import type { Row, Told } from "./evidence.ts";
import { atMoment } from "./moment.ts";
import type { OptionsPlan, RoundEnd, Schedule } from "./schedule.ts";
import type { World } from "./world.ts";

type Heard = Pick<Told, "rows" | "code" | "records" | "text"> & { readonly left: boolean };

/** One round through the operators, in this process. */
export async function runOperators(
  world: World,
  { form, options }: Schedule,
  ends: RoundEnd,
  servers: readonly ScriptedServer[],
): Promise<Told> {
  const began_ms = performance.now();
  const notes: string[] = [];
  const stop = new AbortController();
  const forget = ends.how === "abort" ? atMoment(servers, ends, () => stop.abort()) : () => {};
  const surroundings = {
    signal: stop.signal,
    env: { HOME: world.folder, FTP_HARVEST_STATE: world.state },
    onNote: (note: string) => void notes.push(note),
  };
  try {
    const heard =
      form === "chain"
        ? await chained(world.config, options, surroundings)
        : await opened(world.config, options, surroundings, ends);
    const { left, text, ...told } = heard;
    return {
      ended: left ? "left" : stop.signal.aborted ? "aborted" : "completed",
      took_ms: performance.now() - began_ms,
      codes: new Map(),
      text: [text, ...notes].join("\n"),
      ...told,
    };
  } finally {
    forget();
  }
}

async function opened(
  config: string,
  { checksum, keepOrder }: OptionsPlan,
  surroundings: SurroundingsOptions,
  ends: RoundEnd,
): Promise<Heard> {
  await using harvest = openHarvest(config, { checksum, keepOrder, ...surroundings });
  const taken = await take(harvest, ends.how === "leave" ? ends.records : Number.POSITIVE_INFINITY);
  return { ...heardOf(await harvest.result()), ...taken };
}

async function chained(
  config: string,
  { checksum, keepOrder }: OptionsPlan,
  surroundings: SurroundingsOptions,
): Promise<Heard> {
  const records: AnyRecord[] = [];
  const chain = serversOf(config).pipe(
    listFiles(),
    fetchFiles({ checksum, keepOrder }),
    tap((record) => records.push(record)),
    report(),
    withSurroundings(surroundings),
  );
  using results = await lastValueFrom(chain);
  return { ...heardOf(results), records, left: false };
}

function heardOf(results: ResultSet): Pick<Told, "rows" | "code" | "text"> {
  return { rows: rowsOf(results), code: results.code, text: results.toString("table") };
}

async function take(harvest: Harvest, most: number): Promise<{ records: AnyRecord[]; left: boolean }> {
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
