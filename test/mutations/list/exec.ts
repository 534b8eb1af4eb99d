import { inFile, type Mutation } from "../mutation.ts";

export const execMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/exec/trouble.ts",
    ["test/stages/exec/throughProgram.test.ts", "test/stages/exec/eachDownload.test.ts"],
    [
      {
        name: "the death of a program by a signal is no failure",
        promise: "the death of a program by a signal is a failure of the servers whose files went through it",
        find: '  if (end.how === "killed") return ` was killed by ${end.signal}`;\n',
        replace: '  if (end.how === "killed") return undefined;\n',
      },
      {
        name: "no exit code of a program is a failure",
        promise: "an exit code over 1 is a failure of the servers whose files went through it",
        find: "end.code > harmless ?",
        replace: "end.code > 255 ?",
      },
    ],
  ),
  ...inFile(
    "src/stages/exec/throughProgram.ts",
    ["test/stages/exec/throughProgram.test.ts"],
    [
      {
        name: "exit code 1 with a word on stderr is harmless",
        promise: "1 with a word on stderr is a failure",
        find: 'lastWords === "" ? 1 : 0',
        replace: 'lastWords === "" ? 1 : 1',
      },
      {
        name: "records that a stopped program kept are not missed",
        promise: "the report is never better than the truth",
        find: '        if (record.type !== "file") owed.add(record);\n',
        replace: "",
      },
      {
        name: "a program that failed is no failure",
        promise: "the report is never better than the truth",
        find: "        defer(failures).pipe(mergeMap((records) => records)),\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/exec/affectedServers.ts",
    ["test/stages/exec/throughProgram.test.ts"],
    [
      {
        name: "only one server is told of a program that failed",
        promise: "the report is never better than the truth",
        find: "[...this.#servers.values()]",
        replace: "[...this.#servers.values()].slice(0, 1)",
      },
    ],
  ),
  ...inFile(
    "src/stages/exec/eachDownload.ts",
    ["test/stages/exec/eachDownload.test.ts"],
    [
      {
        name: "a command that failed for a file is no failure",
        promise: "the report is never better than the truth",
        find: "trouble === undefined ? [record] : [record, failure(record, trouble, context)]",
        replace: "[record]",
      },
      {
        name: "the record of a file whose command failed is lost",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "[record, failure(record, trouble, context)]",
        replace: "[failure(record, trouble, context)]",
      },
    ],
  ),
  ...inFile(
    "src/stages/exec/placeholders.ts",
    ["test/stages/exec/eachDownload.test.ts"],
    [
      {
        name: "a command gets a name that is another file's",
        promise: "a command is never run on another file",
        find: '  if (value.includes("\\ufffd")) {\n',
        replace: '  if (value === "\\ufffd") {\n',
      },
    ],
  ),
  ...inFile(
    "src/stages/exec/commandUsage.ts",
    ["test/stages/exec/commandUsage.test.ts"],
    [
      {
        name: "names of files get into a shell's script",
        promise: "names of files, which servers choose, must not get into what a shell reads",
        find: "  if (hasNameInScript(command)) {\n",
        replace: "  if (command.length < 0) {\n",
      },
    ],
  ),
];
