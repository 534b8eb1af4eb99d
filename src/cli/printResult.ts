import type { ResultSet } from "../stages/report/resultSet.ts";
import type { World } from "./world.ts";

export type ReportFormat = "json" | "rows" | "table" | "csv";

/** A table for a person, JSON for a program. */
export function formatFor(format: ReportFormat | undefined, { stdout }: World): ReportFormat {
  return format ?? (stdout.isTTY ? "table" : "json");
}

/**
 * Prints a result set as fast as its reader takes it. Returns its exit code, or 3 when it could not be written (a full disk behind
 * `>`); a reader that left is no fault.
 */
export async function printResult(result: ResultSet, format: ReportFormat | undefined, world: World): Promise<number> {
  const { stdout, env, terminal } = world;
  let failed: NodeJS.ErrnoException | undefined;
  const closed = new Promise<void>((resolve) => {
    stdout.once("error", (error) => {
      failed = error;
      resolve();
    });
  });
  const colour = stdout.isTTY && !env["NO_COLOR"];
  for (const text of result.lines(formatFor(format, world), { colour, columns: stdout.columns })) {
    if (failed !== undefined) break;
    if (stdout.write(text)) continue;
    await Promise.race([closed, new Promise<void>((resolve) => stdout.once("drain", resolve))]);
  }
  await Promise.race([closed, new Promise<void>((resolve) => stdout.write("", () => resolve()))]);
  if (failed === undefined || failed.code === "EPIPE") return result.code;
  terminal.error(`${world.command}: can't write the report: ${failed.message}`);
  return 3;
}
