import { configSchema } from "../config/schema.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";

/** `ftp-harvest schema` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest schema", "Print the JSON Schema of cfg.yaml", [
    ["ftp-harvest schema > cfg.schema.json", "for an editor to complete and check cfg.yaml"],
  ]);
  parse(line, {}, args, world);
  world.stdout.write(`${JSON.stringify(configSchema(), undefined, 2)}\n`);
  return 0;
};
