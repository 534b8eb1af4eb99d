import { readFileSync } from "node:fs";
import { type Mutation, placeIn } from "./mutation.ts";
import type { Verdict } from "./verdict.ts";

/** All verdicts as a table in Markdown. */
export function table(verdicts: readonly Verdict[], root: URL): string {
  const rows = verdicts.map(({ mutation, how, by }) => [
    placeOf(mutation, root),
    mutation.name,
    mutation.promise,
    by === undefined ? "**NOT NOTICED**" : `${PREFIX[how]}${by.title} (${by.file})`,
  ]);
  return [["place", "what was broken", "promise", "noticed by"], ["---", "---", "---", "---"], ...rows]
    .map((cells) => `| ${cells.map(cell).join(" | ")} |`)
    .join("\n");
}

const PREFIX = {
  noticed: "",
  "noticed by others": "**only** ",
  "not noticed": "",
  "does not apply": "**DOES NOT APPLY** ",
} as const;

function placeOf(mutation: Mutation, root: URL): string {
  const text = readFileSync(new URL(mutation.file, root), "utf8");
  try {
    const line = text.slice(0, placeIn(text, mutation)).split("\n").length;
    return `${mutation.file}:${line}`;
  } catch {
    return mutation.file;
  }
}

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}
