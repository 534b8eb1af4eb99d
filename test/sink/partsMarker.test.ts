import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { noteParts, takeNote } from "../../src/sink/partsMarker.ts";

it("part files are in doubt where the system does not tell one boot from another", () => {
  const folder = mkdtempSync(join(tmpdir(), "fh-note-"));
  noteParts(join(folder, "note"), "");
  expect(takeNote(join(folder, "note"), "")).toBe("doubtful");
  rmSync(folder, { recursive: true });
});
