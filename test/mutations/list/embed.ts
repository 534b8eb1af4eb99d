import { inFile, type Mutation } from "../mutation.ts";

export const embedMutations: readonly Mutation[] = [
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
        name: "a source that gives all at once does not see that nobody listens any more",
        promise: "unsubscribing ends everything",
        find: "        .pipe(untilClosed(subscriber))\n",
        replace: "",
      },
    ],
  ),
];
