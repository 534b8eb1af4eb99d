import type { AnyRecord } from "../../../src/records/record.ts";
import { type Evidence, hasStruck, outcomesOf, type ServerEvidence } from "../evidence.ts";
import type { Property } from "../property.ts";
import { eachServer } from "../property.ts";

const SUMS = ["fetched", "unchanged", "skipped", "failed", "not_started"] as const;

/** Nothing is lost between a listing and the outcomes. */
export const conservation: readonly Property[] = [
  {
    sentence: "every listed file ends in exactly one outcome, or is counted as not started",
    broken: eachServer((server, evidence) => (isWhole(evidence) ? outcomesFault(server, evidence) : undefined)),
  },
  {
    sentence: "the sums of `harvested` are those of the records",
    broken: eachServer((server, evidence) => (isWhole(evidence) ? sumsFault(server, evidence) : undefined)),
  },
  {
    sentence: "no file is tried more often than `retries` says",
    broken: eachServer(({ name }, evidence) => {
      const { retries } = evidence.schedule.options;
      const record = outcomesOf(evidence, name).find(({ attempts }) => Number(attempts ?? 0) > retries + 1);
      return record && `${String(record["path"])}: ${String(record["attempts"])} attempts`;
    }),
  },
];

/** Whoever read the records read them to their end. */
function isWhole({ told: { records, ended } }: Evidence): boolean {
  return records !== undefined && ["completed", "aborted", "signalled", "head"].includes(ended);
}

function outcomesFault(server: ServerEvidence, evidence: Evidence): string | undefined {
  const { told } = evidence;
  const { name } = server;
  const outcomes = outcomesOf(evidence, name).filter((record) => isOfFetch(record));
  const paths = outcomes.map((record) => String(record["raw"] ?? record["path"]));
  // A listing that repeats lines lists files twice.
  const twice = paths.find((path, place) => paths.indexOf(path) !== place);
  if (twice !== undefined && !hasStruck(server, /^(insert|repeat) data (MLSD|LIST)$/))
    return `${twice} has two outcomes`;
  const listed = sumOf(recordsOf(evidence, name, "listed"), "files");
  const harvested = recordsOf(evidence, name, "harvested");
  const [asked, notStarted] = [sumOf(harvested, "asked"), sumOf(harvested, "not_started")];
  if (asked - notStarted !== paths.length)
    return `${asked} asked for, ${notStarted} not started, ${paths.length} outcomes`;
  if (told.ended !== "completed") return undefined;
  if (notStarted > 0) return `${notStarted} files were not started, and nobody had ended the harvest`;
  return listed === asked ? undefined : `${listed} listed, ${asked} asked for`;
}

function sumsFault({ name }: ServerEvidence, evidence: Evidence): string | undefined {
  const outcomes = outcomesOf(evidence, name).filter((record) => isOfFetch(record));
  for (const harvested of recordsOf(evidence, name, "harvested")) {
    const sum = SUMS.reduce((total, key) => total + Number(harvested[key]), 0);
    if (sum !== harvested["asked"]) return `harvested says ${JSON.stringify(harvested)}`;
  }
  const harvested = recordsOf(evidence, name, "harvested");
  const fetched = outcomes.filter((record) => record["status"] === "fetched");
  if (sumOf(harvested, "bytes") !== sumOf(fetched, "bytes"))
    return `${sumOf(fetched, "bytes")} bytes came, harvested ${sumOf(harvested, "bytes")}`;
  for (const status of ["fetched", "unchanged"]) {
    const told = outcomes.filter((record) => record["status"] === status).length;
    if (sumOf(harvested, status) !== told)
      return `${told} records say ${status}, harvested ${sumOf(harvested, status)}`;
  }
  return undefined;
}

function recordsOf({ told }: Evidence, server: string, type: string): AnyRecord[] {
  return (told.records ?? []).filter((record) => record.type === type && record["server"] === server);
}

function isOfFetch(record: AnyRecord): boolean {
  return record.type === "download" || (record.type === "failure" && record["stage"] === "fetch");
}

function sumOf(records: readonly AnyRecord[], key: string): number {
  return records.reduce((sum, record) => sum + Number(record[key]), 0);
}
