import { describe, expect, it } from "vitest";
import { LineCutter } from "../../../src/stages/exec/lineCutter.ts";

function linesOf(...parts: readonly string[]): string[] {
  const cutter = new LineCutter();
  return [...parts.flatMap((part) => cutter.push(part)), ...cutter.end()];
}

describe("lines of a program", () => {
  it("end with a newline, a carriage return or the text; blank ones are left out", () => {
    expect(linesOf("a\nb\r\n\n  \n10%\r20%\r", "la", "st")).toEqual(["a", "b", "10%", "20%", "last"]);
    expect(linesOf("a\n")).toEqual(["a"]);
  });

  it("are cut where they are too long, in whatever parts they come", () => {
    expect(linesOf(`${"x".repeat(501)}\n`, "y".repeat(400), "y".repeat(400), "\nnext")).toEqual([
      "x".repeat(500),
      "y".repeat(500),
      "next",
    ]);
  });

  it("are held no longer than they are shown", () => {
    const cutter = new LineCutter();
    for (let part = 0; part < 100; part++) cutter.push("x".repeat(1_000));
    expect(cutter.held).toBe(500);
  });
});
