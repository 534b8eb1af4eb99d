import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Shell } from "./shell.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("npm run demo", () => {
  it("ends with 0 when eight servers are whole and two failed as staged, and shows the table", async () => {
    await using shell = new Shell();
    const { stdout, code } = await shell.run(`cd ${ROOT} && npm run --silent demo`, { TMPDIR: shell.folder });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^server +result +files +size +folder$/m);
    for (let number = 1; number <= 10; number++) {
      const name = `branch-${String(number).padStart(3, "0")}`;
      const ok = number === 4 || number === 7 ? "FAILED" : "ok";
      expect(stdout).toMatch(new RegExp(`^${name} +${ok} `, "m"));
    }
    expect(stdout).toMatch(/^8 of 10 servers ok, \d+ files, .*, 2 failures$/m);
    expect(stdout).toContain("What to try next");
  });
});
