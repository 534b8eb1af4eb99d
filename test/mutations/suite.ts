import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { relative } from "node:path/posix";
import type { TreeCopy } from "./treeCopy.ts";

/** A test that has failed. */
export interface FailedTest {
  readonly title: string;
  readonly file: string;
}

/** Other copies of the tree have theirs. */
const WORKERS = 1;

/** Far less than tests have else: who hangs is broken enough. */
const TEST_TIMEOUT_MS = 30_000;

/** Those that run the built commands. */
const OF_COMMANDS = /^test\/(pipes|readme|threads)(\/|$)/;

/**
 * Runs tests, files or folders, in a copy of the tree, until one fails; builds it where they need that. Resolves with those that failed:
 * several where they ran at the same time.
 */
export async function failedIn(
  tree: TreeCopy,
  tests: readonly string[],
  signal: AbortSignal,
): Promise<readonly FailedTest[]> {
  if (tests.some((test) => OF_COMMANDS.test(test))) await tree.build(signal);
  const report = join(tree.temporary, "report.json");
  rmSync(report, { force: true });
  const { code, said } = await tree.run([...vitest(report), ...tests], signal);
  signal.throwIfAborted();
  if (code === 0) return [];
  const failed = existsSync(report) ? failedOf(readFileSync(report, "utf8"), tree.folder) : [];
  if (failed.length > 0) return failed;
  // A process that died, or an error beside the tests.
  return [{ title: code === null ? "it did not end" : lastLine(said), file: tests.join(", ") }];
}

function vitest(report: string): string[] {
  return [
    ...["node_modules/.bin/vitest", "run", "--config", "test/vitest.config.ts"],
    ...["--maxWorkers", String(WORKERS), "--testTimeout", String(TEST_TIMEOUT_MS)],
    ...["--bail", "1", "--reporter", "json", "--outputFile", report],
  ];
}

/** What is read of vitest's report. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function failedOf(text: string, folder: string): FailedTest[] {
  const { testResults }: Report = JSON.parse(text);
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(folder, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length > 0) return failed.map(({ fullName }) => ({ title: fullName, file }));
    // It could not be loaded. One that others' failure left out has no message.
    return status === "failed" && message !== "" ? [{ title: firstLine(message), file }] : [];
  });
}

function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}

export function lastLine(text: string): string {
  return text.trimEnd().split("\n").at(-1) ?? "";
}
