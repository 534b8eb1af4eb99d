import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { ALL_RIVALS } from "./rivals.ts";
import type { Findings } from "./scenario.ts";
import { SCENARIOS } from "./scenarios.ts";

const NOTES = new URL("notes.md", import.meta.url);

/** Where results are kept, unless another file is named. */
export const RESULTS = new URL("RESULTS.md", import.meta.url).pathname;

/** When and where findings were made. */
export interface Circumstances {
  /** Such as `2026-11-26`. */
  readonly date: string;
  readonly machine: string;
  readonly load: string;
}

/** Findings as a section of the results. */
export function section(
  { name, title, manner, table, versions, absent, faults }: Findings,
  when: Circumstances,
): string {
  const known = Object.entries({ node: process.versions.node, ...versions }).filter(([, version]) => version !== "");
  return [
    `## ${name}: ${title}`,
    `${when.date}; ${manner.join("; ")}; ${when.load}.`,
    `Machine: ${when.machine}.`,
    `Versions: ${known.map(([program, version]) => `${program} ${version}`).join(", ")}.`,
    table,
    ...absent.map((why) => `Not measured: ${why}.`),
    ...(faults.length > 0 ? [`What went wrong:\n\n${faults.map((fault) => `- ${fault}`).join("\n")}`] : []),
  ].join("\n\n");
}

/** Puts a section into a file of results in place of an older one of the same name; all else that was measured stays. */
export function writeSection(file: string, name: string, text: string): void {
  const sections = existsSync(file) ? sectionsOf(readFileSync(file, "utf8")) : new Map<string, string>();
  sections.set(name, text);
  writeFileSync(file, resultsText(sections, readFileSync(NOTES, "utf8")));
}

/** The whole file: what was measured in the order of the scenarios, then what was written by hand. */
function resultsText(sections: ReadonlyMap<string, string>, notes: string): string {
  const order = (name: string): number => SCENARIOS.findIndex((scenario) => name.split(" ", 1)[0] === scenario.name);
  const measured = [...sections].toSorted(([a], [b]) => order(a) - order(b) || a.localeCompare(b));
  const parts = [HEAD, ...measured.map(([name, text]) => `${opening(name)}\n${text}\n${CLOSING}`), notes.trim()];
  return `${parts.join("\n\n")}\n`;
}

/** What `resultsText` has written, by name. */
export function sectionsOf(text: string): Map<string, string> {
  const found = text.matchAll(/^<!-- measured: (.+) -->\n([\s\S]*?)\n<!-- end of it -->$/gm);
  return new Map([...found].map(([, name = "", body = ""]) => [name, body]));
}

const opening = (name: string): string => `<!-- measured: ${name} -->`;
const CLOSING = "<!-- end of it -->";

const HEAD = `# Measured

Written by \`npm run bench\`, one section a scenario, each with its own date; the prose below them is \`test/bench/notes.md\`.

Medians, least and most in brackets. Each round runs all clients, beginning with another one. CPU is that of the client's processes
together as bash's \`time\` counts it (one that outlives its parent is not in it: a helper of joblib's, some 0.3 s), memory (PSS) and sockets the most that was seen of them at looks five times a second. After each run all names and sizes
are compared with the servers' files, after those of the first round all bytes; "all well" says that nothing was lost and no client
complained. A target is what the scenario was made to see; a busy machine misses some that a quiet one reaches.

${ALL_RIVALS.map(({ name, manner }) => `- **${name}**: ${manner}`).join("\n")}`;
