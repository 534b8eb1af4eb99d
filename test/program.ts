/** A mistake on a command line, in one line. */
export class WrongUsage extends Error {}

/** Runs a program of these tests. Wrong usage is said in one line, with the usage behind it, and ends it with 2; `--help` shows the usage. */
export async function runProgram(usage: string, main: () => number | Promise<number>): Promise<void> {
  if (process.argv.includes("--help")) {
    console.log(usage);
    return;
  }
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!isWrongUsage(error)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    process.exitCode = 2;
  }
}

/** What was given for an option, as a number. Throws a `WrongUsage`. */
export function wholeNumber(option: string, text: string, least = 0): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number) || number < least) {
    throw new WrongUsage(`--${option} ${text}: a whole number from ${least} on is wanted`);
  }
  return number;
}

function isWrongUsage(error: unknown): error is Error {
  if (error instanceof WrongUsage) return true;
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_");
}
