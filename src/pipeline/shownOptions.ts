import { snake } from "../config/spelling.ts";
import { printable } from "../records/printable.ts";
import type { PipelineStep } from "./pipeline.ts";
import { isList, type Written } from "./written.ts";

/** The options that a step was given, as its file would have them: `jobs: 5`. Variables are not replaced: they may hold secrets. */
export function shownOptions({ given }: PipelineStep): readonly string[] {
  return [...given].map(([name, { shown }]) => printable(`${snake(name)}: ${shownValue(shown)}`));
}

function shownValue(written: Written): string {
  if (typeof written === "string") return written;
  if (isList(written)) return `[${written.join(", ")}]`;
  const pairs = Object.entries(written).map(([key, text]) => `${key}: ${text}`);
  return `{ ${pairs.join(", ")} }`;
}
