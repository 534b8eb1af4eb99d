import { foldCodes } from "../../../src/records/exitCode.ts";
import { type Evidence, outcomesOf, type Row, type ServerEvidence } from "../evidence.ts";
import type { Excuses } from "../excuses.ts";
import { fateOf, hasTooMany, missing, steadyFiles, wasNotSeen } from "../fate.ts";
import { eachServer, type Property } from "../property.ts";
import { codesFault } from "./codes.ts";

/** The report and the exit code are equal to the truth. */
export const resultProperties: readonly Property[] = [
  {
    sentence: "each server has its row, unless the report itself was killed",
    broken: eachServer(({ name }, { told }) =>
      told.rows.has(name) || (told.rows.size === 0 && told.ended !== "completed") || hasChosen(told)
        ? undefined
        : "it has no row",
    ),
  },
  {
    sentence: "result 0 means that every file that was there throughout is here and correct",
    broken: eachServer((server, evidence, excuses) => {
      if (!isPromised(server, evidence)) return undefined;
      return missedBy(server, evidence, excuses);
    }),
  },
  {
    sentence: "a row counts and names the files that the records call fetched",
    broken: eachServer((server, evidence) => {
      const row = evidence.told.rows.get(server.name);
      return row === undefined || evidence.told.ended === "killed" ? undefined : rowFault(server, row, evidence);
    }),
  },
  {
    sentence: "result 1 has a reason, and result 0 has none",
    broken: eachServer(({ name }, { told }) => {
      const row = told.rows.get(name);
      if (row?.result === 0 && told.ended !== "killed" && hasFailure(told.records ?? [], name))
        return "result 0, and there is a failure";
      if (row?.reasons === undefined) return undefined;
      const { failed, others } = row.reasons;
      const bad = failed > 0 || others.length > 0 || hasFailure(told.records ?? [], name);
      return bad === (row.result === 1) ? undefined : `result ${row.result}: ${failed} failed, ${others.join("; ")}`;
    }),
  },
  {
    sentence: "the exit code is what README says of what happened",
    broken: (evidence) =>
      codesFault(evidence, foldCodes(...[...evidence.told.rows.values()].map(({ result }) => result))),
  },
  {
    sentence: "a round without faults brings all that can be here, and says so",
    broken: eachServer((server, evidence, excuses) =>
      evidence.plan === "clean" ? wholeFault(server, evidence, excuses) : undefined,
    ),
  },
  {
    sentence: "one fault that passes costs no file, with retries enough",
    broken: eachServer((server, evidence, excuses) =>
      evidence.schedule.profile === "one passing" ? wholeFault(server, evidence, excuses) : undefined,
    ),
  },
  { sentence: "one fault that passes costs a file one more try at the most", broken: eachServer(triesFault) },
  { sentence: "what came despite one fault that passes is not fetched again", broken: eachServer(againFault) },
];

/** Of the round after one with a single fault that passes: what came then, and is listed rightly, is not fetched again. */
function againFault(server: ServerEvidence, evidence: Evidence): string | undefined {
  const { schedule, told, plan } = evidence;
  if (schedule.profile !== "one passing" || plan !== "clean" || schedule.options.if_exists === "always")
    return undefined;
  const again = told.rows.get(server.name)?.files.find(([name]) => !server.lies.has(`/${name}`));
  return again && `${again[0]} came once more`;
}

/** A server that takes a few connections may refuse one that takes the place of one before. */
function triesFault(server: ServerEvidence, evidence: Evidence): string | undefined {
  if (evidence.schedule.profile !== "one passing" || server.plan.maxConnections !== null) return undefined;
  const record = outcomesOf(evidence, server.name).find(
    ({ type, attempts }) => type === "download" && Number(attempts) > 2,
  );
  return record && `${String(record["path"])}: ${String(record["attempts"])} attempts`;
}

/** Who takes the head of a listing, or leaves a loop, has chosen: only what they saw is told. */
function hasChosen({ ended }: Evidence["told"]): boolean {
  return ended === "head" || ended === "left";
}

/** Who was killed tells so by its exit code. */
function isPromised({ name }: ServerEvidence, { told }: Evidence): boolean {
  return told.rows.get(name)?.result === 0 && !hasChosen(told) && told.code !== 3;
}

function missedBy(server: ServerEvidence, evidence: Evidence, excuses: Excuses): string | undefined {
  const most_bytes = evidence.schedule.options.max_file_size;
  for (const [path, version] of steadyFiles(server)) {
    const isHere = fateOf(server, path, version, most_bytes) === "here";
    if (!isHere && wasNotSeen(server, path, evidence, excuses)) continue;
    const why = missing(server, path, version, evidence, excuses);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** What is to be expected where nothing goes wrong, or nothing that lasts. */
function wholeFault(server: ServerEvidence, evidence: Evidence, excuses: Excuses): string | undefined {
  const row = evidence.told.rows.get(server.name);
  if (hasTooMany(server, evidence)) return row?.result === 1 ? undefined : "more than `max_entries`, and result 0";
  const most_bytes = evidence.schedule.options.max_file_size;
  const files = steadyFiles(server);
  let refused = 0;
  for (const [path, version] of files) {
    const fate = fateOf(server, path, version, most_bytes);
    const why = fate === "refused" ? "refused" : missing(server, path, version, evidence, excuses);
    if (why !== undefined && fate === "here") return why;
    if (why !== undefined) refused++;
  }
  const expected = refused === 0 ? 0 : 1;
  if (row?.result === expected) return undefined;
  const failures = (evidence.told.records ?? []).filter(
    ({ type, server: of }) => type === "failure" && of === server.name,
  );
  return `result ${row?.result}, expected ${expected}: ${JSON.stringify(failures.slice(0, 5))}`;
}

function rowFault(server: ServerEvidence, { number_of_files, files }: Row, evidence: Evidence): string | undefined {
  if (number_of_files !== files.length) return `${number_of_files} files, ${files.length} names`;
  if (evidence.told.records === undefined)
    return files.map(([name, size]) => here(server, name, size)).find((why) => why !== undefined);
  const fetched = outcomesOf(evidence, server.name).filter((record) => record["status"] === "fetched");
  // Who has left the loop has not seen all that was fetched until then.
  if (evidence.told.ended === "left")
    return files.map(([name, size]) => here(server, name, size)).find((why) => why !== undefined);
  const told = new Set(fetched.map((record) => JSON.stringify([record["name"], record["bytes"]])));
  const named = new Set(files.map((file) => JSON.stringify(file)));
  const odd = [...told].filter((file) => !named.has(file)).concat([...named].filter((file) => !told.has(file)));
  return odd.length === 0 ? undefined : `not in both: ${odd.slice(0, 5).join(" ")}`;
}

function here({ disk }: ServerEvidence, name: string, size: number): string | undefined {
  const bytes = disk.get(name);
  return bytes?.length === size ? undefined : `${name} is told with ${size} bytes, and has ${bytes?.length ?? "none"}`;
}

function hasFailure(records: NonNullable<Evidence["told"]["records"]>, server: string): boolean {
  return records.some((record) => record.type === "failure" && record["server"] === server);
}
