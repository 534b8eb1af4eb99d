import { setImmediate as breathe } from "node:timers/promises";
import { readerLeft } from "../pipeline/readerLeft.ts";
import type { ResultFormat, ResultSet } from "../stages/report/resultSet.ts";
import type { World } from "./world.ts";

/** A table for a person, JSON for a program. */
function formatFor(format: ResultFormat | undefined, { stdout }: World): ResultFormat {
  return format ?? (stdout.isTTY ? "table" : "json");
}

/** Prints a result set. Returns its exit code, or 3 when it could not be written. */
async function printResult(result: ResultSet, format: ResultFormat | undefined, world: World): Promise<number> {
  const { stdout, env } = world;
  const terminal = stdout.isTTY === true;
  const look = { terminal, colours: terminal && !env["NO_COLOR"] };
  const printed = await printTexts(result.lines(formatFor(format, world), look), world);
  return printed ? result.code : 3;
}

/**
 * Prints as fast as its reader takes it. False, and said, when it could not be written (a full disk behind `>`); a reader that left is no
 * fault.
 */
export async function printTexts(texts: Iterable<string>, world: World): Promise<boolean> {
  const { stdout } = world;
  let failed: NodeJS.ErrnoException | undefined;
  const closed = new Promise<void>((resolve) => {
    // Each write that fails says so once more.
    stdout.on("error", (error) => {
      failed ??= error;
      resolve();
    });
  });
  for (const text of texts) {
    if (failed !== undefined) break;
    // Files and pipes take all at once; without a pause neither a reader that left nor a signal would be noticed.
    if (stdout.write(text)) await breathe();
    else await Promise.race([closed, new Promise<void>((resolve) => stdout.once("drain", resolve))]);
  }
  await Promise.race([closed, new Promise<void>((resolve) => stdout.write("", () => resolve()))]);
  if (failed === undefined || readerLeft(failed)) return true;
  world.terminal.error(`${world.command}: can't write the report: ${failed.message}`);
  return false;
}

/** As `printResult`, and lets go of the names that the result set keeps on disk. */
export async function printAndClose(
  result: ResultSet,
  format: ResultFormat | undefined,
  world: World,
): Promise<number> {
  try {
    return await printResult(result, format, world);
  } finally {
    result.close();
  }
}
