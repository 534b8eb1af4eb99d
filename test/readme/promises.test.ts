import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const TESTS = new URL("../", import.meta.url);

/** The first cells of the tables between the markers, without the tables' heads. */
function promises(): readonly string[] {
  const [, part = ""] = /<!-- tested: promises -->([\s\S]*?)<!-- end of test -->/.exec(README) ?? [];
  const rows = part.split("\n").filter((line) => line.startsWith("| "));
  return rows
    .map((row) => row.split(" | ")[0]?.slice("| ".length) ?? "")
    .filter((cell, at) => !isHead(cell, rows[at + 1]));
}

/** The head itself, and the line of dashes below it. */
function isHead(cell: string, nextRow = ""): boolean {
  return cell.startsWith("---") || nextRow.startsWith("| ---");
}

/** All text of the tests. */
function tests(): string {
  const files = readdirSync(TESTS, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".test.ts"));
  const text = files.map((name) => readFileSync(new URL(name, TESTS), "utf8")).join("\n");
  // A long title stands on a line of its own.
  return text.replaceAll(/\bit\(\s+/g, "it(");
}

describe("README's promises", () => {
  const all = tests();

  it("are many", () => {
    expect(promises().length).toBeGreaterThan(40);
  });

  it.each(promises())("%s: a test has this name", (promise) => {
    expect(all.includes(`it("${promise}",`)).toBe(true);
  });
});
