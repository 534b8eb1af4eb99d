import { inFile, type Mutation } from "../mutation.ts";

export const processMutations: readonly Mutation[] = [
  ...inFile(
    "src/pipeline/stageProcess.ts",
    ["test/pipeline/stageProcess.test.ts"],
    [
      {
        name: "failures leave the exit code at 0",
        promise: "exit code 1: a failure was written or passed on",
        find: "const codes = [tally.code, ",
        replace: "const codes = [0, ",
      },
      {
        name: "the codes of the stages before are forgotten",
        promise: "exit codes: where several hold, 130/143, then 3, 2, 1, 0",
        find: "...codesOf(endings, process)]",
        replace: "]",
      },
      {
        name: "a signal leaves the exit code",
        promise: "SIGINT and SIGTERM let the whole pipe wind down",
        find: "signal.aborted ? process.signalCode() : 0",
        replace: "0",
      },
      {
        name: "the journal is written after the stream",
        promise: "what was given before `flush()` is in the file when that returns",
        find: "  output.beforeWrite = () => journal?.flush();\n",
        replace: "",
      },
      {
        name: "a journal has no control records",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "        if (record.by === by) keep(record, journalOf(process.run()), output.closed.aborted);\n",
        replace: "",
      },
      {
        name: "a journal has no end",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "  journalOf(end.run).end(end);\n",
        replace: "",
      },
      {
        name: "a reader that left is not noted",
        promise: "after *closed* only the servers that appeared are reported",
        find: '  output.closed.addEventListener("abort", () => journal?.closed(), { once: true });\n',
        replace: "",
      },
      {
        name: "a stage that reads nothing says nothing of its sources",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "counts: tally.counts,\n    inputs,",
        replace: "counts: tally.counts,\n    inputs: [],",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/journal.ts",
    ["test/pipeline/journal.test.ts"],
    [
      {
        name: "everybody may read a journal",
        promise: "a journal has mode 0600",
        find: 'openSync(path, "ax", 0o600)',
        replace: 'openSync(path, "ax", 0o644)',
      },
      {
        name: "a journal that stops in the middle stays",
        promise: "a journal that can't be written is said once and left",
        find: "      for (const path of this.#paths) rmSync(path, { force: true });\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/journalPrune.ts",
    ["test/pipeline/journalPrune.test.ts"],
    [
      {
        name: "journals of processes that live are removed",
        promise: "journals are pruned by age, but not those of processes that still live",
        find: " || (await isOfLiving(journal))",
        replace: "",
      },
      {
        name: "journals that were written to today are removed",
        promise: "journals are pruned by age, but not those of processes that still live",
        find: "(await stat(journal)).mtimeMs >= before || (await isOfLiving(journal))",
        replace: "await isOfLiving(journal)",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/recordInput.ts",
    ["test/pipeline/recordInput.test.ts"],
    [
      {
        name: "an input that fails in the middle is whole",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: "unterminated: unterminated || failed",
        replace: "unterminated",
      },
      {
        name: "an input is read however much waits",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "      bytes.pause();\n",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/recordOutput.ts",
    ["test/pipeline/recordOutput.test.ts"],
    [
      {
        name: "records are made however slow their reader is",
        promise: "memory does not grow with the number of files: a slow stage slows its source",
        find: "    this.#gate?.hold();\n",
        replace: "",
      },
      {
        name: "who waits for a reader that left waits for ever",
        promise: "SIGINT and SIGTERM let the whole pipe wind down",
        find: "      this.#goOn();\n    });\n  }\n",
        replace: "    });\n  }\n",
      },
    ],
  ),
  ...inFile(
    "src/pipeline/pipelineRecords.ts",
    ["test/pipeline/pipelineRecords.test.ts"],
    [
      {
        name: "servers are worked on all at once",
        promise: "`--servers`: servers at once",
        find: "return boundedMergeMap((server) => onBackend(server, steps, request), atOnce);",
        replace: "return boundedMergeMap((server) => onBackend(server, steps, request), 1_000);",
      },
      {
        name: "a pipeline's work goes on when nobody wants it",
        promise: "unsubscribing ends everything",
        find: "finalize(() => stop.abort())",
        replace: "finalize(() => stop.signal)",
      },
    ],
  ),
];
