import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** All cases take a second or two; one that grew with the square of a megabyte would take minutes. */
const PATIENCE_ms = 120_000;

// Draws nothing: `npm run test:fuzz` has no use for it.
const isDrawing = (process.env["FUZZ_RUNS"] ?? "") !== "";

it.skipIf(isDrawing)(
  "a megabyte of the worst that we know is read in no more than its own time",
  { timeout: PATIENCE_ms * 2 },
  () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "test/fuzz/growth.ts", "1000000"],
      { encoding: "utf8", timeout: PATIENCE_ms },
    );
    expect(status, `the last one hangs or fails:\n${stdout}${stderr}`).toBe(0);
  },
);
