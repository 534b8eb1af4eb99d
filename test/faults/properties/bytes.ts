import { createHash } from "node:crypto";
import type { AnyRecord } from "../../../src/records/record.ts";
import { type Evidence, nameOf, outcomesOf, type ServerEvidence } from "../evidence.ts";
import type { Excuses } from "../excuses.ts";
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
