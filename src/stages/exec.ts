import { pipe } from "rxjs";
import { command } from "../config/commandKind.ts";
import { integer, switchKind } from "../config/kinds.ts";
import type { OptionValues } from "../config/options.ts";
import { recordTypes } from "../config/recordTypes.ts";
import { UsageError } from "../records/fault.ts";
import { checkCommand, commandForEach } from "./exec/commandUsage.ts";
import { eachDownload } from "./exec/eachDownload.ts";
import { throughProgram } from "./exec/throughProgram.ts";
import { noted, noteOfTypes } from "./noteOfTypes.ts";
import { defineStage } from "./stage.ts";

const options = {
  command: {
    kind: command,
    required: true,
    help: "a program and its arguments, which no shell reads; a text (as --command, or in YAML) is a line for `sh`",
  },
  types: {
    kind: recordTypes,
    help: "types of the records that go through the command (file unless given); all others go round it",
  },
  each: {
    kind: switchKind,
    default: false,
    help: "run it for each file that was fetched, {local}, {server} and {name} in its arguments being the file's",
  },
  procs: {
    kind: integer(1, 1_000),
    help: "with each: commands at once (1 unless given), for each server where a pipeline works on servers apart",
  },
} as const;

/** Makes any program a stage: one for the whole stream, which reads and writes records, or one for each file. */
export const execStage = defineStage({
  name: "exec",
  summary: "Send records through a command, or run a command for each file",
  scope: "run",
  offline: true,
  scopeWith: ({ each }) => (each ? "server" : "run"),
  options,
  main: "command",
  examples: [
    ["ftp-list cfg.yaml | ftp-exec -- jq -c 'select(.size > 0)' | ftp-fetch", "leave out empty files"],
    ["ftp-exec --types file,download -- ./rename.py", "any program that reads and writes NDJSON"],
    ["ftp-fetch < listed.ndjson | ftp-exec --each --procs 2 -- gzip -k {local}", "two at once, for each file fetched"],
  ],
  operator(values, context) {
    checkUsage(values);
    const { each, types = ["file"], procs = 1 } = values;
    if (each) return eachDownload({ command: commandForEach(values.command), procs, context });
    const passage = throughProgram({ command: values.command, types: new Set(types), context });
    return pipe(noted(noteOfTypes("exec", types), context), passage);
  },
});

function checkUsage({ command, types, each, procs }: OptionValues<typeof options>): void {
  if (each && types !== undefined)
    throw new UsageError("exec: `types` is not for `each`, which runs for files fetched");
  if (!each && procs !== undefined) throw new UsageError("exec: `procs` is for `each` only");
  checkCommand(command);
}
