import { inFile, type Mutation } from "../mutation.ts";

export const filtersMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/filter.ts",
    ["test/stages/filter.test.ts"],
    [
      {
        name: "a filter takes what went wrong",
        promise: "`ftp-filter` lets everything else pass, so that a dead server stays in the report",
        find: "isControl(record) || (isChosen",
        replace: "(isChosen",
      },
    ],
  ),
  ...inFile(
    "src/stages/limit.ts",
    ["test/stages/limit.test.ts"],
    [
      {
        name: "a limit counts records that are no files",
        promise: "`ftp-limit` lets the first files through",
        find: "isControl(record) || --left > 0",
        replace: "--left > 0",
      },
    ],
  ),
  ...inFile(
    "src/stages/dedupe.ts",
    ["test/stages/dedupe.test.ts"],
    [
      {
        name: "files of which nothing is known are one",
        promise: "what a record does not tell never loses a file",
        find: "    if (values.some((value) => value === undefined || value === null)) return undefined;\n",
        replace: "",
      },
    ],
  ),
];
