import { path, switchKind } from "../config/kinds.ts";

/** Options of commands that read records. */
export const inputOptions = {
  config: { kind: path, help: "configuration that stands for the one that the records name" },
  allowEmpty: {
    kind: switchKind,
    default: false,
    help: "an input without records is no fault, also where a filter hid dead servers",
  },
} as const;
