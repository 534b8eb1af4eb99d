import { createHash } from "node:crypto";
import type { ServerFault } from "../servers/scripted/fault.ts";
import type { Handler, Script, ScriptedFile } from "../servers/scripted/script.ts";
import type { ServerPlan } from "./schedule.ts";
import { wire } from "./truth.ts";

export const USER = "harvest";
/** It must turn up nowhere. */
export const PASSWORD = "Geheim-7c1fd04b";

/** No server of a schedule listens there. */
const NOBODY = "127.255.255.254";

const NOT_KNOWN = "502 Not implemented.";

/** A server of a schedule, with the files that it has now. */
export function scriptOf(
  plan: ServerPlan,
  files: ReadonlyMap<string, ScriptedFile>,
  faults: readonly ServerFault[],
): Script {
  const { listing, listTimes, lacks, hash, rest, meanwhile, passive, tls, maxConnections, surplus } = plan;
  const knows = (command: "SIZE" | "MDTM") => !lacks.includes(command);
  const without = [
    ...lacks,
    ...(listing === "LIST" ? ["MLSD"] : []),
    ...(hash ? [] : ["XSHA256"]),
    ...(passive === "pasv" ? ["EPSV"] : []),
  ];
  return {
    files: Object.fromEntries([...files].map(([path, file]) => [wire(path), file])),
    user: USER,
    password: PASSWORD,
    features: [
      ...["UTF8", "REST STREAM"],
      ...(passive === "epsv" ? ["EPSV"] : []),
      ...(tls === "explicit" ? ["AUTH TLS", "PBSZ", "PROT"] : []),
      ...(["SIZE", "MDTM"] as const).filter(knows),
      ...(listing === "MLSD" ? ["MLST type*;size*;modify*;"] : []),
      ...(hash ? ["XSHA256"] : []),
    ],
    listTimes,
    rest,
    ...(meanwhile !== "in turn" && { meanwhile }),
    ...(passive === "pasv" && { passiveHost: NOBODY }),
    ...(tls === "explicit" && { tls }),
    ...(maxConnections !== null && { maxConnections }),
    ...(maxConnections !== null && (surplus === null ? { resetsSurplus: true } : { surplusReply: surplus })),
    on: { ...(hash && { XSHA256: tellHash }), ...Object.fromEntries(without.map((command) => [command, NOT_KNOWN])) },
    faults,
  };
}

const tellHash: Handler = (session, argument) => {
  const file = session.tree.file(session.path(argument.replace(/^"(.*)"$/, "$1")));
  if (file === undefined) return session.reply("550 No such file.");
  session.reply(`250 ${createHash("sha256").update(file.bytes).digest("hex")}`);
};
