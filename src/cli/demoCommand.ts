import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { switchKind, text } from "../config/kinds.ts";
import { runDemo } from "../demo/demo.ts";
import { foldCodes } from "../records/exitCode.ts";
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
    values.folder === undefined ? mkdtempSync(join(tmpdir(), "ftp-harvest-demo-")) : resolve(values.folder);
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
