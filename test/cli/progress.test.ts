import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Progress } from "../../src/cli/progress.ts";
import { Terminal } from "../../src/cli/terminal.ts";
import type { AnyRecord } from "../../src/records/record.ts";
import { screen } from "./fakeWorld.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The line that these records come to, without its place on the screen. */
function shown(records: readonly AnyRecord[], columns?: number): string {
  const write = vi.fn();
  const terminal = new Terminal("ftp-x", screen(columns));
  terminal.status = write;
  const progress = new Progress(terminal);
  for (const record of records) progress.see(record);
  vi.advanceTimersByTime(1_000);
  progress.close();
  expect(write.mock.calls.at(-1)).toEqual([""]);
  return write.mock.calls.at(-2)?.[0] ?? "";
}

const server = (name: string) => ({ type: "server", server: name });
const download = (name: string, bytes: number) => ({ type: "download", server: "s", name, bytes });

it.each([
  [[], "0 of 0 servers done, 0 files, 0 B  "],
  [[server("a"), server("b"), { type: "file" }], "0 of 2 servers done, 1 file listed  "],
  [[server("s"), download("x", 2048), { type: "harvested" }], "1 of 1 server done, 1 file, 2.0 KiB  s/x"],
  [[server("s"), { type: "failure" }], "0 of 1 server done, 0 files, 0 B, 1 failure  "],
  [[download("a", 1), download("b", 2)], "0 of 0 servers done, 2 files, 3 B  s/b"],
  [[{ type: "weather" }, { type: "server" }], "0 of 0 servers done, 0 files, 0 B  "],
])("of %j it shows %j", (records, line) => {
  expect(shown(records)).toBe(line);
});
