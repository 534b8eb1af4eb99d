import { createHash } from "node:crypto";
import type { AnyRecord } from "../../../src/records/record.ts";
import { type Evidence, hasStruck, nameOf, outcomesOf, type ServerEvidence } from "../evidence.ts";
import type { Excuses } from "../excuses.ts";
import { shownTime, tookThePlace } from "../fate.ts";
import { eachServer, type Property } from "../property.ts";
import { isExcused, isOneOf, printOf } from "../versions.ts";

/** What is here is what was there. */
export const bytesProperties: readonly Property[] = [
  {
    sentence: "what is called fetched is here, byte by byte a version that the server had during the round",
    broken: eachServer((server, evidence, excuses) => {
      for (const record of fetchedOf(server, evidence)) {
        const why = fetchedFault(server, record, excuses);
        if (why !== undefined) return `${String(record["path"])}: ${why}`;
      }
      return undefined;
    }),
  },
  {
    sentence: "what the server took back with its final reply is not called fetched",
    broken: eachServer((server, evidence) => {
      // Replies that nobody awaits leave the two sides at odds about which is the final one.
      if (hasStruck(server, /^(insert control|repeat reply)/)) return undefined;
      return fetchedOf(server, evidence)
        .filter((record) => record["resumed_from"] !== record["bytes"])
        .map((record) => String(record["path"]))
        .find((path) => server.takenBack.has(path));
    }),
  },
  {
    sentence: "what is called unchanged is here, with the size and the time that the server lists",
    broken: eachServer((server, evidence, excuses) =>
      outcomesOf(evidence, server.name)
        .filter((record) => record["status"] === "unchanged")
        .map((record) => unchangedFault(server, record, excuses))
        .find((why) => why !== undefined),
    ),
  },
  {
    sentence: "what has come is told: a file that is another one than before is in its server's row",
    broken: eachServer((server, { told }) => {
      const row = told.rows.get(server.name);
      // Who leaves a loop has not seen all.
      if (row === undefined || told.ended === "killed" || told.ended === "left") return undefined;
      const names = new Set(row.files.map(([name]) => name));
      return [...server.disk].find(
        ([name, bytes]) => !names.has(name) && !server.left.disk.get(name)?.equals(bytes),
      )?.[0];
    }),
  },
  {
    sentence: "a file under its final name is a version that the server has ever had",
    broken: eachServer((server, _, excuses) => {
      for (const [name, bytes] of server.disk) {
        const path = `/${name}`;
        if (isOneOf(bytes, server.ever.get(path) ?? []) || server.allowed.has(printOf(bytes))) continue;
        if (!isExcused(server, path, bytes, excuses)) return `${name} has ${bytes.length} bytes of no version`;
      }
      return undefined;
    }),
  },
];

function fetchedOf({ name }: ServerEvidence, evidence: Evidence): AnyRecord[] {
  return outcomesOf(evidence, name).filter((record) => record["status"] === "fetched");
}

function unchangedFault(server: ServerEvidence, record: AnyRecord, excuses: Excuses): string | undefined {
  const path = String(record["path"]);
  const bytes = server.disk.get(nameOf(path));
  if (bytes === undefined) return `${path} is not here`;
  if (bytes.length !== record["bytes"] || bytes.length !== record["size"]) return `${path} has ${bytes.length} bytes`;
  if (hasStruck(server, /^insert data (MLSD|LIST)$/) || server.allowed.has(printOf(bytes))) return undefined;
  const shown = (modified: string) => shownTime(server.plan, modified);
  const listed = new Set((server.versions.get(path) ?? []).map(({ modified }) => shown(modified)));
  const older = (server.ever.get(path) ?? []).filter(({ modified }) => listed.has(shown(modified)));
  if (isOneOf(bytes, older)) return undefined;
  const excused =
    tookThePlace(server.ever.get(path) ?? [], bytes, (modified) => listed.has(shown(modified))) &&
    excuses.use("sameTime");
  return excused ? undefined : `${path} is of another time than is listed`;
}

function fetchedFault(server: ServerEvidence, record: AnyRecord, excuses: Excuses): string | undefined {
  const path = String(record["path"]);
  const bytes = server.disk.get(nameOf(path));
  if (bytes === undefined) return "it is not here";
  if (bytes.length !== record["bytes"])
    return `the record says ${String(record["bytes"])} bytes, here are ${bytes.length}`;
  const { size, changed, sha256 } = record;
  if (changed === undefined && size !== null && size !== bytes.length)
    return `listed with ${String(size)} bytes, not \`changed\``;
  if (sha256 !== undefined && sha256 !== createHash("sha256").update(bytes).digest("hex"))
    return "its sha256 is another";
  if (isOneOf(bytes, server.versions.get(path) ?? [])) return undefined;
  return isExcused(server, path, bytes, excuses) ? undefined : "its bytes are of no version of this round";
}
