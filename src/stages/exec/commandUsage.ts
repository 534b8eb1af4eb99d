import { accessSync, constants } from "node:fs";
import type { Command, ProgramCommand } from "../../config/commandKind.ts";
import { UsageError } from "../../records/fault.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { shownCommand } from "./shownCommand.ts";

/** Looks at a command before anything runs. Throws a `UsageError`. */
export function checkCommand(command: Command): void {
  if (typeof command === "string") return;
  const [program, ...args] = command;
  // A program in the PATH has no blank in its name: somebody quoted a whole line.
  if (args.length === 0 && /\s/.test(program) && !program.includes("/")) {
    throw new UsageError(
      `exec: there is no program \`${shownCommand(program)}\`; leave the quotes out, or put \`sh -c\` before them`,
    );
  }
  // Where another one is, only the start can tell.
  if (program.includes("/") && !isExecutable(program)) {
    throw new UsageError(`exec: ${shownCommand([program])} is not there, or not executable`);
  }
}

/** The command of `each`: names of files, which servers choose, must not get into what a shell reads. Throws a `UsageError`. */
export function commandForEach(command: Command): ProgramCommand {
  if (typeof command === "string") {
    throw new UsageError(
      'exec: with `each` the command is a list, since names of files must not reach a shell: command: [gzip, -k, "{local}"]',
    );
  }
  if (hasNameInScript(command)) {
    throw new UsageError(
      "exec: a file's name inside a shell's script could run anything; hand it over as an argument: " +
        `[sh, -c, 'gzip -k "$1"', sh, "{local}"]`,
    );
  }
  return command;
}

/** `sh -c "gzip {local}"`, also behind `env` or `nice`. */
function hasNameInScript(words: ProgramCommand): boolean {
  const shell = words.findIndex((word) => /(^|\/)(ba|da|z|k|mk|a|fi|c|tc)?sh$/.test(word));
  if (shell === -1) return false;
  const flag = words.findIndex((word, at) => at > shell && /^-\w*c\w*$/.test(word));
  return flag !== -1 && hasPlaceholder(scriptIn(words.slice(flag + 1)));
}

/** The first word that is no option: shells take more of them behind `-c`, `sh -c -e 'gzip …'`. */
function scriptIn(words: readonly string[]): string {
  const isOption = (word: string, at: number) => /^[-+]/.test(word) || /^[-+]\w*[oO]$/.test(words[at - 1] ?? "");
  return words.find((word, at) => !isOption(word, at)) ?? "";
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
