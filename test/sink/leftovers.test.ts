import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Leftovers } from "../../src/sink/leftovers.ts";

const REFUSED = ["EACCES", "EIO"];

/** Test files share their modules: `vi.mock` would come too late for one that another has loaded. */
beforeEach(() => {
  const real = promises.opendir;
  vi.spyOn(promises, "opendir").mockImplementation(async (path, options) => {
    const code = REFUSED.find((one) => String(path).endsWith(one));
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return real(path, options);
  });
  syncBuiltinESMExports();
});

afterEach(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

it("a folder that can't be read may hold part files, but not one that this user has no right to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fh-left-"));
  for (const [name, any, searched] of [
    ["EACCES", false, "all"],
    ["EIO", true, "some"],
  ] as const) {
    mkdirSync(join(folder, name));
    const left = new Leftovers();
    expect(await left.sweep(folder, { isActive: () => false, trusted: true })).toBe(searched);
    expect(left.any).toBe(any);
  }
  rmSync(folder, { recursive: true });
});
