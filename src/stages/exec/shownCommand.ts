import type { Command } from "../../config/commandKind.ts";
import { printable } from "../../records/printable.ts";

/** A command as messages name it: `jq -c …`. No more than two words: a script is long, and later words may be secrets. */
export function shownCommand(command: Command): string {
  const words = wordsOf(command);
  const shown = words.slice(0, MOST_WORDS).map((word) => shownWord(word));
  return [...shown, ...(words.length > MOST_WORDS ? ["…"] : [])].join(" ");
}

/** The program alone: what its own lines on stderr begin with. */
export function shownProgram(command: Command): string {
  const [program = ""] = wordsOf(command);
  return shownWord(program.slice(program.lastIndexOf("/") + 1));
}

const MOST_WORDS = 2;
const LONGEST_WORD = 40;

function wordsOf(command: Command): readonly string[] {
  const words = typeof command === "string" ? command.replace(VARIABLES_BEFORE, "").trim().split(/\s+/) : command;
  // `env TOKEN=… curl` is a command, too.
  return words.map((word) => word.replace(/^([A-Za-z_]\w*=).+/s, "$1…"));
}

/** `TOKEN=… curl`: what a shell's line gives to its command alone is likely a secret. */
const VARIABLES_BEFORE = /^\s*(?:[A-Za-z_]\w*\+?=(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\])*\s+)+/s;

function shownWord(word: string): string {
  return printable(word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word);
}
