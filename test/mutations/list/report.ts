import { inFile, type Mutation } from "../mutation.ts";

export const reportMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/report/judge.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "failed files leave the result at 0",
        promise: "the report is never better than the truth",
        find: "counts.failed > 0 || counts.troubles > 0",
        replace: "counts.troubles > 0",
      },
      {
        name: "failures of a server as such leave the result at 0",
        promise: "the report is never better than the truth",
        find: "counts.failed > 0 || counts.troubles > 0",
        replace: "counts.failed > 0",
      },
      {
        name: "what the sums say is not held against the outcomes",
        promise: "the report checks the sums",
        find: '...said(surplus, "more than asked for: the records are damaged"),\n',
        replace: '...said(0 * surplus, "more than asked for: the records are damaged"),\n',
      },
      {
        name: "files without an outcome are not missed",
        promise: "the report is never better than the truth",
        find: "      counts.unknown,\n",
        replace: "      0,\n",
      },
      {
        name: "what was not started leaves the result at 0",
        promise: "the report is never better than the truth",
        find: 'said(notStarted, "not started")',
        replace: 'said(0 * notStarted, "not started")',
      },
      {
        name: "failures that the sums tell and no record says leave the result at 0",
        promise: "the report is never better than the truth",
        find: "    ...said(\n      lostFailures,\n",
        replace: "    ...said(\n      0 * lostFailures,\n",
      },
      {
        name: "an incomplete listing leaves the result at 0",
        promise: "the report is never better than the truth",
        find: "  if ([...tally.listings.values()].some(({ complete }) => !complete)) return [NOT_COMPLETE];\n",
        replace: "",
      },
      {
        name: "a server that was to be listed and never was is ok",
        promise: "the report is never better than the truth",
        find: '    if (expected || endings.interrupted) return ["was not listed to its end"];\n',
        replace: "",
      },
      {
        name: "listed files that an interrupted run did not come to are not missed",
        promise: "the report is never better than the truth",
        find: "endings.interrupted && asked < listed && !wantedFewer",
        replace: "endings.interrupted && asked < 0 && !wantedFewer",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/weighing.ts",
    ["test/stages/report/resultCollector.test.ts", "test/stages/report/outcomeStore.test.ts"],
    [
      {
        name: "the last outcome of a file counts, not the best",
        promise: "counted once: an outcome is known by run, server and path, and success beats failure",
        find: "outcome > (this.outcomes[place] ?? 0)",
        replace: "outcome > 0",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/tallies.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "the sums of a `harvested` record need not be right",
        promise: "the report checks the sums",
        find: "    return asked === fetched + unchanged + skipped + failed + notStarted;\n",
        replace: "    return true;\n",
      },
      {
        name: "files of two runs are one",
        promise: "counted once: an outcome is known by run, server and path, and success beats failure",
        find: "    hashOn(key, String(record.run));\n",
        replace: "",
      },
      {
        name: "a listing that was once incomplete is complete by another word",
        promise: "the report is never better than the truth",
        find: " && known?.complete !== false",
        replace: "",
      },
      {
        name: "an unchanged file counts as fetched",
        promise: "the number counts this run's files",
        find: 'record["status"] === "unchanged" ? OUTCOME.unchanged : OUTCOME.fetched',
        replace: "OUTCOME.fetched",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/resultCollector.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "a server without a record has no row",
        promise: "every server selected is present, reached or not",
        find: "    for (const server of expected) this.#tallies.of(server);\n",
        replace: "",
      },
      {
        name: "rows come as servers were heard of",
        promise: "the result set is in the configuration's order",
        find: "compare(places.get(a.server), places.get(b.server)) || compare(a.order, b.order)",
        replace: "0 * (places.size + compare(a.order, b.order))",
      },
      {
        name: "damaged records leave the exit code",
        promise: "damaged input is told with its line, and the rest goes on",
        find: "    return this.#malformed > 0 || over.length > 0;\n",
        replace: "    return over.length > 0;\n",
      },
      {
        name: "more outcomes than asked for leave the exit code",
        promise: "more outcomes than asked: exit 3",
        find: "    return this.#malformed > 0 || over.length > 0;\n",
        replace: "    return this.#malformed > 0;\n",
      },
      {
        name: "an input without a record is a good harvest",
        promise: "the report is never better than the truth",
        find: "this.#records === 0 && this.#options.allowEmpty !== true",
        replace: "this.#records < 0",
      },
      {
        name: "failures of no server leave the exit code",
        promise: "the report is never better than the truth",
        find: "this.#runFailureCount > 0 || judgements",
        replace: "judgements",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/sourceEndings.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "the exit codes of stages before are forgotten",
        promise: "the report is never better than the truth",
        find: "    this.code = foldCodes(this.code, end.code);\n",
        replace: "",
      },
      {
        name: "a listing that was killed is not missed",
        promise:
          "a dead server must not vanish because of a filter, and a listing that was killed must not look complete",
        find: '    return this.#any("cut");\n',
        replace: '    return this.#any("open");\n',
      },
    ],
  ),
  ...inFile(
    "src/stages/report/tableLines.ts",
    ["test/stages/report/formats.test.ts"],
    [
      {
        name: "failures are shown raw in a table",
        promise: "terminal escapes in names and messages never reach a terminal raw",
        find: "${printable(code)}: ${printable(message)}",
        replace: "${code}: ${message}",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/csvLines.ts",
    ["test/stages/report/formats.test.ts"],
    [
      {
        name: "quotes in csv are not doubled",
        promise: "csv is quoted as RFC 4180 says",
        find: "text.replaceAll('\"', '\"\"')",
        replace: "text",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/outcomeStore.ts",
    ["test/stages/report/outcomeStore.test.ts"],
    [
      {
        name: "a part of a large server's files is not weighed",
        promise: "the report is never better than the truth",
        find: "      const part = parts[note.high % count];\n",
        replace: "      const part = parts[note.high % (count + 1)];\n",
      },
    ],
  ),
];
