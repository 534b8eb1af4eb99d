import { duration, globs, size } from "../../config/kinds.ts";
import type { OptionTable } from "../../config/options.ts";

/** Which of the files that a server has are wanted. */
export const fileSelectionOptions = {
  include: { kind: globs, help: "only files that match; a pattern without / is for the last part of the name" },
  exclude: { kind: globs, help: "no files that match, and no folders: nothing below them is listed" },
  newerThan: { kind: duration, help: "only files changed within this time" },
  olderThan: { kind: duration, help: "only files unchanged for this time" },
  minSize: { kind: size, help: "only files of at least this size" },
  maxSize: { kind: size, help: "only files of at most this size" },
} as const satisfies OptionTable;
