import type { Kind } from "./kinds.ts";
import { recordTypes } from "./recordTypes.ts";

/** Names of records' fields: one text with commas between them, or a list of texts, which are taken as they are. */
export const fieldNames: Kind<readonly string[], string | readonly string[]> = {
  ...recordTypes,
  expected: "a field's name such as size, several with commas between them, or a list of them",
  placeholder: "FIELD[,FIELD...]",
};
