import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { Leftovers } from "../../src/sink/leftovers.ts";

vi.mock(import("node:fs/promises"), async (original) => {
  const real = await original();
  const refused = ["EACCES", "EIO"];
  const opendir: typeof real.opendir = async (path, options) => {
    const code = refused.find((one) => String(path).endsWith(one));
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    return real.opendir(path, options);
  };
  return { ...real, opendir };
});

it("a folder that can't be read may hold part files, but not one that this user has no right to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fh-left-"));
  for (const [name, any] of [
    ["EACCES", false],
    ["EIO", true],
  ] as const) {
    mkdirSync(join(folder, name));
    const left = new Leftovers();
    await left.sweep(folder, { isActive: () => false, trusted: true });
    expect(left.any).toBe(any);
  }
  rmSync(folder, { recursive: true });
});
