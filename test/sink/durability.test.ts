import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { Durability } from "../../src/sink/durability.ts";

it("folders are brought to the disk with those that were told before, and what can't be is said each time", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fh-durable-"));
  const folders = new Durability();
  await folders.names(folder);
  folders.changed(folder);
  await folders.names(Buffer.from(folder));
  folders.changed(join(folder, "none"));
  for (const _ of ["once", "again"]) await expect(folders.names(folder)).rejects.toMatchObject({ code: "ENOENT" });
  rmSync(folder, { recursive: true });
});
