import { filter } from "rxjs";
import { defineStage, kinds, operatorOf } from "../../src/index.ts";

/** A third party's stage: lets files of a least size through, and all that is no file. */
export const atLeastStage = defineStage({
  name: "at-least",
  summary: "Let only files of a least size through",
  scope: "server",
  main: "size",
  options: { size: { kind: kinds.size, required: true, help: "least size" } },
  examples: [],
  operator: (values) => (source) =>
    source.pipe(filter((record) => record.type !== "file" || Number(record["size"]) >= values.size)),
});

export const atLeast = operatorOf(atLeastStage);
