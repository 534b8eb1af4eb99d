import { inFile, type Mutation } from "../mutation.ts";

export const edgesMutations: readonly Mutation[] = [
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
    ["test/cli/stageCommand.test.ts", "test/pipes/filters.test.ts", "test/pipes/pipelines.test.ts"],
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
    ["test/pipes/disk.test.ts", "test/pipes/usage.test.ts"],
    [
      {
        name: "a report that could not be written leaves the exit code",
        promise: "a full disk is a clear failure",
        find: "can't write the report: ${failed.message}`);\n  return 3;\n",
        replace: "can't write the report: ${failed.message}`);\n  return result.code;\n",
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
  ...inFile(
    "src/config/given.ts",
    ["test/config/settings.test.ts", "test/config/load.test.ts"],
    [
      {
        name: "a secret is shown in a message",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: '  if (secret === true) return "";\n',
        replace: "",
      },
      {
        name: "what a variable holds is shown in a message",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: '  if (hasVariables(value)) return "; what the variable gives is something else";\n',
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/config/logIn.ts",
    ["test/config/settings.test.ts"],
    [
      {
        name: "a password with a line end is taken",
        promise: "no secret on the stream: passwords are in no record, no message, no process argument",
        find: "  if (!/[\\r\\n\\0]/.test(text)) return text;\n",
        replace: '  if (text !== "\\0") return text;\n',
      },
    ],
  ),
  ...inFile(
    "src/config/serverKeys.ts",
    ["test/config/settings.test.ts", "test/config/configs.test.ts"],
    [
      {
        name: "`-j` lifts a server's own ceiling",
        promise: "a server's own `connections` is a ceiling",
        find: 'own === undefined ? wanted : Math.min(wanted, this.read("connections", own))',
        replace: 'own === undefined || jobs !== undefined ? wanted : Math.min(wanted, this.read("connections", own))',
      },
      {
        name: "a server's own keys give way to `defaults`",
        promise: "each key can also stand at a server",
        find: "this.server.keys.get(name) ?? defaults.get(name) ?? top.get(name)",
        replace: "defaults.get(name) ?? this.server.keys.get(name) ?? top.get(name)",
      },
    ],
  ),
  ...inFile(
    "src/config/settings.ts",
    ["test/config/settings.test.ts"],
    [
      {
        name: "`min_rate` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'min_rate: keys.get("min_rate")',
        replace: "min_rate: 0",
      },
      {
        name: "`max_file_size` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'max_file_size: keys.get("max_file_size")',
        replace: "max_file_size: Number.MAX_SAFE_INTEGER",
      },
      {
        name: "`retries` of a configuration is not obeyed",
        promise: "each limit is a key with a default",
        find: 'retries: keys.get("retries")',
        replace: "retries: 3",
      },
      {
        name: "`verify` of a configuration is not obeyed",
        promise: "`verify: hash` compares with the server's own hash",
        find: 'verify: keys.get("verify")',
        replace: 'verify: keys.get("verify") && "size"',
      },
    ],
  ),
  ...inFile(
    "src/config/serverName.ts",
    ["test/config/load.test.ts"],
    [
      {
        name: "a server may be called `..`",
        promise: "nothing lands outside of `<buffer_path>/<server>/`",
        find: 'name === "." || name === ".."',
        replace: 'name === "."',
      },
    ],
  ),
  ...inFile(
    "src/config/load.ts",
    ["test/config/load.test.ts"],
    [
      {
        name: "two servers may be one folder on some disks",
        promise: "two names that are one here never overwrite each other",
        find: "    if (twin === undefined) folders.set(folderKey(name), name);\n",
        replace: "    if (twin === undefined) folders.set(name, name);\n",
      },
    ],
  ),
  ...inFile(
    "src/embed/surroundings.ts",
    ["test/embed/surroundings.test.ts", "test/embed/harvest.test.ts", "test/embed/enclosed.test.ts"],
    [
      {
        name: "a caller's signal is not heard",
        promise: "an `AbortSignal`: aborted, nothing more is begun and every connection is closed",
        find: "AbortSignal.any([signal, this.#stop.signal])",
        replace: "this.#stop.signal",
      },
      {
        name: "sockets stay open when a harvest is aborted",
        promise: "an `AbortSignal`: aborted, nothing more is begun and every connection is closed",
        find: '    this.#signal.addEventListener("abort", () => this.#pools.close(), { once: true });\n',
        replace: "",
      },
      {
        name: "the first operator that is over closes the harvest",
        promise: "all operators of one chain work in one harvest",
        find: "      if (this.#members === 0) this.close();\n",
        replace: "      this.close();\n",
      },
    ],
  ),
  ...inFile(
    "src/embed/openHarvest.ts",
    ["test/embed/openHarvest.test.ts"],
    [
      {
        name: "a harvest is closed before its work is over",
        promise: "at the end of the block all is closed: connections, locks, files",
        find: "    await Promise.allSettled(this.#atWork);\n",
        replace: "",
      },
      {
        name: "a loop that is left early lets the harvest run on",
        promise: "a loop that is left early ends the harvest",
        find: "        await this.#stop();\n        return { done: true",
        replace: "        return { done: true",
      },
      {
        name: "the fault that ended a harvest is not told with its result",
        promise: "a stream errors with a `UsageError` where the configuration is wrong",
        find: "    if (this.#fault !== undefined) throw this.#fault.error;\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/embed/reportBelow.ts",
    ["test/embed/reportBelow.test.ts", "test/embed/report.test.ts"],
    [
      {
        name: "a stock `filter` hides a dead server",
        promise: "a stock `filter` in between hides no dead server",
        find: "          if (record.by === by && isControl(record)) report.tell(record);\n",
        replace: "",
      },
      {
        name: "a chain that was left looks whole",
        promise: "`closed` where whoever read its records wanted no more",
        find: 'over ? "ended" : "closed"',
        replace: '"ended"',
      },
    ],
  ),
  ...inFile(
    "src/embed/enclosed.ts",
    ["test/embed/enclosed.test.ts"],
    [
      {
        name: "a harvest's sources go on when it is over",
        promise: "unsubscribing closes every connection",
        find: "      upstream?.unsubscribe();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/flow/gate.ts",
    ["test/flow/gate.test.ts", "test/flow/fairMergeMap.test.ts"],
    [
      {
        name: "sources never wait",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "this.#holds === 0 && this.#parked < this.#high",
        replace: "this.#holds === 0",
      },
    ],
  ),
  ...inFile(
    "src/flow/spillQueue.ts",
    ["test/flow/spillQueue.test.ts"],
    [
      {
        name: "what was put aside comes back in another order",
        promise: "first in, first out: what is put aside comes back in its order",
        find: "    if (this.#lines === 0 && staysInMemory(item)) {\n",
        replace: "    if (staysInMemory(item)) {\n",
      },
    ],
  ),
  ...inFile(
    "src/flow/spillFile.ts",
    ["test/flow/spillFile.test.ts"],
    [
      {
        name: "the disk that is used has no cap",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "this.#closed || block >= this.#maxBlocks || ",
        replace: "this.#closed || ",
      },
    ],
  ),
  ...inFile(
    "src/flow/iterate.ts",
    ["test/flow/iterate.test.ts"],
    [
      {
        name: "a loop that is left early does not unsubscribe",
        promise: "a loop that is left early ends the harvest",
        find: "    this.#subscription?.unsubscribe();\n",
        replace: "",
      },
    ],
  ),
];
