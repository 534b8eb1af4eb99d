import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { switchKind, text } from "../config/kinds.ts";
import { runDemo } from "../demo/demo.ts";
import { errorCode } from "../records/errorCode.ts";
import { foldCodes } from "../records/exitCode.ts";
import { UsageError } from "../records/fault.ts";
import { makeFolder } from "../records/makeFolder.ts";
import { commandLine, parse } from "./commandLine.ts";
import type { CommandRun } from "./main.ts";

const options = {
  folder: { kind: text, help: "where to put the configuration and the files; a new temporary folder unless given" },
  keep: { kind: switchKind, default: false, help: "leave the servers up until Ctrl-C, to try commands on them" },
} as const;

/** `ftp-harvest demo` */
export const run: CommandRun = async (args, world) => {
  const line = commandLine("ftp-harvest demo", "Harvest ten embedded FTP servers, one down and one refusing", [
    ["ftp-harvest demo", "see what a harvest looks like"],
  ]);
  const { values } = parse(line, options, args, world);
  const folder =
    values.folder === undefined ? mkdtempSync(join(tmpdir(), "ftp-harvest-demo-")) : emptyFolder(values.folder);
  const code = await runDemo({
    folder,
    commands: (name) => [process.execPath, fileURLToPath(new URL(`../../bin/${name}.js`, import.meta.url))],
    print: (words) => world.stdout.write(words),
    env: world.env,
    signal: world.signals.signal,
    keep: values.keep,
  });
  return foldCodes(world.signals.code(), code);
};

/** Makes it if it is not there. Throws a `UsageError` when it has anything in it, which the demo would mix with its own. */
function emptyFolder(shown: string): string {
  const folder = resolve(shown);
  try {
    makeFolder(folder);
    if (readdirSync(folder).length === 0) return folder;
  } catch (error) {
    const code = errorCode(error);
    throw new UsageError(`--folder ${shown}: no folder can be made or read there (${code})`, { cause: error });
  }
  throw new UsageError(`--folder ${shown}: it is not empty; name a new one`);
}
