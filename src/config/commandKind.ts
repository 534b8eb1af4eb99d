import { type Kind, text } from "./kinds.ts";

/** A line for `sh -c`, or a program and its arguments, which no shell reads. */
export type Command = string | ProgramCommand;

export type ProgramCommand = readonly [program: string, ...args: string[]];

/** A command to run: a text is a line for the shell, a list is a program and its arguments. */
export const command: Kind<Command, string | readonly string[]> = {
  expected: 'a line for sh such as "jq -c .", or a list of a program and its arguments such as [jq, -c, .]',
  placeholder: "CMD",
  takesList: true,
  schema: {
    anyOf: [
      { type: "string", pattern: "\\S" },
      { type: "array", items: { type: "string" }, minItems: 1 },
    ],
  },
  parse: (value) => (Array.isArray(value) ? parseProgram(value) : parseLine(value)),
};

function parseLine(value: unknown): string | undefined {
  const line = text.parse(value);
  return line?.trim() === "" ? undefined : line;
}

/** An argument may be empty, the program may not. */
function parseProgram([program, ...args]: readonly unknown[]): ProgramCommand | undefined {
  const named = parseLine(program);
  return named !== undefined && args.every(isArgument) ? [named, ...args] : undefined;
}

function isArgument(value: unknown): value is string {
  return typeof value === "string" && !value.includes("\0");
}
