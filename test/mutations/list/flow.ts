import { inFile, type Mutation } from "../mutation.ts";

export const flowMutations: readonly Mutation[] = [
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
    "src/flow/fairQueue.ts",
    ["test/flow/largeItems.test.ts"],
    [
      {
        name: "large files take all connections while others wait",
        promise: "a large file does not come last where a server has several connections",
        find: "lane.ledByLargest ? undefined : lane.large?.shift()",
        replace: "lane.large?.shift()",
      },
      {
        name: "large files come when all others are over",
        promise: "a large file does not come last where a server has several connections",
        find: "const largest = lane.ledByLargest ? undefined : lane.large?.shift();",
        replace: "const largest = lane.waiting.length > 0 ? undefined : lane.large?.shift();",
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
