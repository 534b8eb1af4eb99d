import { inFile, type Mutation } from "../mutation.ts";

export const commandsMutations: readonly Mutation[] = [
  ...inFile(
    "src/cli/signals.ts",
    ["test/cli/signals.test.ts"],
    [
      {
        name: "SIGTERM ends with the code of SIGINT",
        promise: "130, 143, 129: SIGINT, SIGTERM, SIGHUP",
        find: "SIGTERM: 143",
        replace: "SIGTERM: 130",
      },
      {
        name: "a second signal is not heard",
        promise: "a second signal ends at once",
        find: "now() - since_ms >= ONE_MOMENT_MS",
        replace: "now() - since_ms < 0",
      },
      {
        name: "a signal that was sent twice in one moment ends at once",
        promise: "within a tenth of a second they are one",
        find: " && now() - since_ms >= ONE_MOMENT_MS",
        replace: "",
      },
      {
        name: "SIGHUP after another signal ends at once",
        promise: "SIGHUP never is the second signal",
        find: 'name !== "SIGHUP" && ',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/cli/terminal.ts",
    ["test/cli/terminal.test.ts", "test/cli/escapes.test.ts"],
    [
      {
        name: "notes reach a terminal raw",
        promise: "terminal escapes in names and messages never reach a terminal raw",
        find: '    if (this.#loudness !== "quiet") this.#line(`${this.#command}: ${printable(message)}`);\n',
        replace: '    if (this.#loudness !== "quiet") this.#line(`${this.#command}: ${message}`);\n',
      },
    ],
  ),
  ...inFile(
    "src/cli/stageCommand.ts",
    [
      "test/cli/stageCommand.test.ts",
      "test/cli/damagedInput.test.ts",
      "test/pipes/filters.test.ts",
      "test/pipes/pipelines.test.ts",
    ],
    [
      {
        name: "a program that damaged the stream leaves the exit code",
        promise: "exit code 3: the stream was cut, empty or damaged",
        find: "extraCode: () => (damaged ? 3 : 0)",
        replace: "extraCode: () => (damaged ? 0 : 0)",
      },
      {
        name: "a journal does not name the servers selected",
        promise: "every server selected is present, reached or not",
        find: "openJournal({ stateFolder, run, by, stage, selection, to: command.to, note })",
        replace: "openJournal({ stateFolder, run, by, stage, to: command.to, note })",
        tests: ["test/pipes/listingKilled.test.ts", "test/pipes/killed.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/cli/main.ts",
    ["test/pipes/usage.test.ts"],
    [
      {
        name: "a stage that could not start leaves those behind it alone",
        promise: "a stage that exits 2 still writes an `end` with `code` 2",
        find: "    if (!REPORTING.includes(stage)) await sayRefused(stage, world);\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/cli/ftpReport.ts",
    ["test/cli/ftpReport.test.ts", "test/pipes/signals.test.ts", "test/pipes/listingKilled.test.ts"],
    [
      {
        name: "how the stages before ended is not told to the report",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  for (const source of endings.sources) collector.add(source);\n",
        replace: "",
        tests: ["test/cli/ftpReport.test.ts", "test/pipes/listingKilled.test.ts", "test/pipes/killed.test.ts"],
      },
      {
        name: "the report stops reading at a signal",
        promise: "SIGINT and SIGTERM let the whole pipe wind down",
        find: "stop: lateBy(LAST_WORDS_MS, signals.signal)",
        replace: "stop: signals.signal",
        tests: ["test/pipes/signals.test.ts"],
      },
      {
        name: "stages of which a filter took every record are not looked for by the report",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "    hidden: HIDDEN,\n",
        replace: "",
        tests: ["test/pipes/filters.test.ts"],
      },
    ],
  ),
  ...inFile(
    "src/cli/printResult.ts",
    ["test/cli/printResult.test.ts"],
    [
      {
        name: "a report that could not be written leaves the exit code",
        promise: "a full disk is a clear failure",
        find: "can't write the report: ${failed.message}`);\n  return false;\n",
        replace: "can't write the report: ${failed.message}`);\n  return true;\n",
      },
    ],
  ),
  ...inFile(
    "src/cli/pipelineRun.ts",
    ["test/cli/pipelineRun.test.ts", "test/pipes/pipelines.test.ts"],
    [
      {
        name: "one process does not tell its report which servers were selected",
        promise: "every server selected is present, reached or not",
        find: "for (const ending of [...learnt.endings, ...itsSource(started)]) collector.add(ending);",
        replace: "for (const ending of learnt.endings) collector.add(ending);",
        tests: ["test/cli/pipelineRun.test.ts", "test/pipes/pipelines.test.ts", "test/pipes/signals.test.ts"],
      },
      {
        name: "a bug takes the report of what came before it",
        promise: "a stage that throws ends the harvest with 3; what came before it is still reported",
        find: "    learnt.bug = { error };\n    return EMPTY;\n",
        replace: "    learnt.bug = { error };\n    throw error;\n",
      },
    ],
  ),
];
