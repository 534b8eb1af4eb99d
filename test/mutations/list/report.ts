import { inFile, type Mutation } from "../mutation.ts";

export const reportMutations: readonly Mutation[] = [
  ...inFile(
    "src/stages/report/judge.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
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
        name: "listed files that an interrupted run did not come to are not missed",
        promise: "the report is never better than the truth",
        find: "endings.interrupted && asked < listed && !wantedFewer",
        replace: "endings.interrupted && asked < 0 && !wantedFewer",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/tallies.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "files of two runs are one",
        promise: "counted once: an outcome is known by run, server and path, and success beats failure",
        find: "`p\\0${record.run}\\0${path}`",
        replace: "`p\\0${path}`",
      },
      {
        name: "a listing that was once incomplete is complete by another word",
        promise: "the report is never better than the truth",
        find: " && known?.complete !== false",
        replace: "",
      },
    ],
  ),
  ...inFile(
    "src/stages/report/resultCollector.ts",
    ["test/stages/report/resultCollector.test.ts"],
    [
      {
        name: "rows come as servers were heard of",
        promise: "the result set is in the configuration's order",
        find: "compare(places.get(a.server), places.get(b.server)) || compare(a.order, b.order)",
        replace: "0 * (places.size + compare(a.order, b.order))",
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
