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
  ...inFile(
    "src/stages/list/fileSelection.ts",
    ["test/stages/list/fileSelection.test.ts"],
    [
      {
        name: "patterns are tried on names that no disk takes",
        promise: "no piece of work holds the event loop for more than a second",
        find: "(isTooLong(name) || (included(name) && !excluded.file(name)))",
        replace: "included(name) && !excluded.file(name)",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/namePattern.ts",
    ["test/stages/list/fileSelection.test.ts"],
    [
      {
        name: "`**` reaches as far as it did first",
        promise: "`--include`: only files that match",
        find: "at = ++reach;",
        replace: "return false;",
      },
      {
        name: "`*` of two words that come together mean any number of folders",
        promise: "`--include`: only files that match",
        find: '  if (patterns.some((one) => count(one, "**") > count(pattern, "**"))) return undefined;\n',
        replace: "",
      },
      {
        name: "`a/**` means `a` as well",
        promise: "`--include`: only files that match",
        find: "  if (known.at(-1) === null) known.push(() => true);\n",
        replace: "",
      },
    ],
  ),
];
