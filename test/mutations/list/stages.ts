import { inFile, type Mutation } from "../mutation.ts";

export const stagesMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/list/findings.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a listing that lacks something is complete",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    this.complete = false;\n",
        replace: "",
      },
      {
        name: "files are not counted",
        promise: "`listed` says how many files there are",
        find: "    this.#files++;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/walk.ts",
    ["test/stages/list.test.ts", "test/stages/list/walk.test.ts"],
    [
      {
        name: "a listing that a signal ended is complete",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (request.signal.aborted) findings.complete = false;\n",
        replace: "    if (request.signal.aborted) findings.complete = true;\n",
      },
      {
        name: "the sums of a listing that failed are not told",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  yield [findings.listed(Math.round(performance.now() - started_ms))];\n",
        replace: "  if (findings.complete) yield [findings.listed(Math.round(performance.now() - started_ms))];\n",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/walker.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "an incomplete listing is no failure",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (listing.incomplete !== undefined) {\n",
        replace: '    if (listing.incomplete === "") {\n',
      },
      {
        name: "a folder that can't be listed is passed over",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "      yield [this.#findings.failure(this.#sessions.survived(error), folder.path)];\n",
        replace: "      this.#sessions.survived(error);\n",
      },
      {
        name: "what a failed try has listed is listed twice",
        promise: "every listed file ends in exactly one of fetched, unchanged, skipped or failed",
        find: "    entries.clear();\n    this.#twins.clear();\n",
        replace: "    this.#twins.clear();\n",
      },
      {
        name: "`max_entries` counts for nothing",
        promise: "a tree that is endless in width ends",
        find: "this.#entries + entries.length >= max_entries",
        replace: "this.#entries + entries.length < 0",
      },
    ],
  ),
  ...inFile(
    "src/stages/list/entryJudge.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "names that can't lie here are listed",
        promise: "names that climb are failures",
        find: "    if (reason !== undefined) return this.#unsafe(found, reason);\n",
        replace: "",
      },
      {
        name: "a link back to its own folder is followed",
        promise: "loops of links end",
        find: '    if (leadsBack(real, folder)) return this.#skipped(found, "a link to a folder that it lies in");\n',
        replace: "",
      },
      {
        name: "links may follow one another without end",
        promise: "loops of links end",
        find: "folder.through.length >= MAX_LINKS_ON_A_WAY",
        replace: "folder.through.length < 0",
      },
      {
        name: "twins in bytes and text are listed",
        promise: "two names that are one here never overwrite each other",
        find: "!this.#twins.has(name)",
        replace: '!this.#twins.has("")',
      },
      {
        name: "excluded folders are entered",
        promise: "`--exclude`: no files that match, and no folders",
        find: "    if (!this.#isWanted(found)) return undefined;\n",
        replace: '    if (entry.kind === "file" && !this.#isWanted(found)) return undefined;\n',
      },
    ],
  ),
  ...inFile(
    "src/stages/list/subFolders.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a tree goes on below `max_depth`",
        promise: "endless depth ends",
        find: "folder.depth > max_depth",
        replace: "folder.depth < 0",
      },
      {
        name: "what lies deeper than `max_depth` is not missed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (this.#tooDeep > 0) {\n",
        replace: "    if (this.#tooDeep < 0) {\n",
      },
      {
        name: "folders that there is no room for are not missed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    if (this.#unwalked > 0) {\n",
        replace: "    if (this.#unwalked < 0) {\n",
        tests: ["test/stages/list/walk.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/stages/list/unsafeEntry.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a `/` inside a name is taken",
        promise: "names that climb are failures",
        find: '  if (name.includes("/")) return "a / inside a name";\n',
        replace: "",
      },
      {
        name: "a path may be longer than any file's",
        promise: "endless depth ends",
        find: "path.length > LONGEST_PATH_BYTES",
        replace: "path.length < 0",
      },
    ],
  ),
  ...inFile(
    "src/stages/list.ts",
    ["test/stages/list.test.ts"],
    [
      {
        name: "a server without settings is passed over",
        promise: "a record for an unknown server is a failure",
        find: "      yield [failureRecord(server, undefined, error)];\n",
        replace: "",
      },
      {
        name: "a server without settings has a complete listing",
        promise: "the report is never better than the truth",
        find: "complete: false, ms: 0",
        replace: "complete: true, ms: 0",
      },
    ],
  ),
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
