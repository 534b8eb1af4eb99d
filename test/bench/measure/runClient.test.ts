import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { quoted } from "./clientScript.ts";
import { type ClientRun, runClient } from "./runClient.ts";

/** A busy loop that takes about a tenth of a second. */
const BUSY = "bash -c 'for ((i = 0; i < 30000; i++)); do :; done'";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ftp-harvest-bench-"));
});

afterEach(() => {
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

function run(
  commands: readonly string[],
  atOnce: number,
  beside: { feeder?: string; taker?: string } = {},
): Promise<ClientRun> {
  return runClient({ commands, atOnce, ...beside }, { folder, enter: [] }, new AbortController().signal);
}

async function costOf(...work: Parameters<typeof run>): Promise<ClientRun["cost"]> {
  const { cost, complaint } = await run(...work);
  expect(complaint).toBeUndefined();
  return cost;
}

describe("a measured client", () => {
  it("costs what its processes cost, and theirs, but not what feeds it and takes from it", async () => {
    const busy = await costOf([BUSY], 1);
    const nested = await costOf([`bash -c ${quoted(`${BUSY}; ${BUSY}`)} <&5`, BUSY], 2);
    const fed = await costOf(["cat <&5"], 1, { feeder: `{ ${BUSY}; ${BUSY}; echo fed; }`, taker: `{ cat; ${BUSY}; }` });
    expect(busy.user_s).toBeGreaterThan(0);
    expect(nested.user_s + nested.system_s).toBeGreaterThan(busy.user_s);
    expect(fed.user_s + fed.system_s).toBeLessThan(busy.user_s);
  });

  it("can be many processes, so many of them at the same time, and one that fails is noticed", async () => {
    const commands = Array.from({ length: 12 }, (_, order) => `sh -c 'exit ${order === 3 ? 7 : 0}'`);
    expect((await run(commands, 5)).complaint).toBe("exit code 7");
    expect((await run(commands.toSpliced(3, 1), 5)).complaint).toBeUndefined();
  });

  it("is noticed when one in the middle of its pipe fails", async () => {
    const failing = "true | sh -c 'echo sorry >&2; exit 3' | cat";
    expect((await run([failing], 1)).complaint).toBe("exit code 3: sorry");
    // Long before anybody waits for it.
    expect((await run([failing, BUSY], 1)).complaint).toBe("exit code 3: sorry");
  });

  it("hands its output on", async () => {
    expect((await run(["tr a-z A-Z <&5"], 1, { feeder: "echo records", taker: "rev" })).stdout).toBe("SDROCER\n");
  });
});
