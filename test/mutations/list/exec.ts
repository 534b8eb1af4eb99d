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
    ],
  ),
  ...inFile(
    "src/stages/exec/throughProgram.ts",
    ["test/stages/exec/throughProgram.test.ts"],
    [
      {
        name: "records that a stopped program kept are not missed",
        promise: "the report is never better than the truth",
        find: '        if (record.type !== "file") owed.add(record);\n',
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
];
