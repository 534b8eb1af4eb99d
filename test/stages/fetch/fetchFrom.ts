import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { AnyRecord } from "../../../src/records/record.ts";
import type { Script } from "../../servers/scripted/script.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { collect, StageWorld } from "../stageWorld.ts";
import { type FetchValues, stage } from "./fetchInput.ts";

/** Fetches from one scripted server, known as `s`. */
export async function fetch(
  script: Script,
  input: readonly AnyRecord[],
  settings: Partial<Parameters<StageWorld["add"]>[1]> = {},
  values: Partial<FetchValues> = {},
  world = new StageWorld(),
) {
  await using server = await startScriptedServer(script);
  using here = world;
  here.add("s", { port: server.port, ...settings });
  const records = await collect(input, stage(here, values));
  const landed = existsSync(join(here.folder, "s")) ? readdirSync(join(here.folder, "s")).toSorted() : [];
  const lies = (name: string) => readFileSync(join(here.folder, "s", name), "latin1");
  const contents = landed.filter((name) => statSync(join(here.folder, "s", name)).isFile()).map(lies);
  return {
    records,
    landed,
    contents,
    most: server.mostConnected,
    lines: server.lines(),
    harvested: of1(records, "harvested"),
  };
}

/** The one record of a type. */
export function of1(records: readonly AnyRecord[], type: string): AnyRecord {
  const [one, ...more] = records.filter((record) => record.type === type);
  if (one === undefined || more.length > 0) throw new Error(`${1 + more.length} records of type ${type}`);
  return one;
}
