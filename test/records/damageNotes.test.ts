import { expect, it } from "vitest";
import { DamageNotes } from "../../src/records/damageNotes.ts";

it("tells the first damaged lines, and at the end how many more there are", () => {
  const told: string[] = [];
  const notes = new DamageNotes("the input", (message) => told.push(message));
  for (let line = 1; line <= 25; line++) notes.line(line * 2, "not JSON");
  expect(told).toHaveLength(10);
  expect(told.at(-1)).toBe("line 20 of the input is damaged: not JSON");
  notes.end();
  expect(told.slice(10)).toEqual(["the input: 15 more lines are damaged"]);
  expect(notes.count).toBe(25);
});

it("counts a single one more in the singular", () => {
  const told: string[] = [];
  const notes = new DamageNotes("x", (message) => told.push(message));
  for (let line = 1; line <= 11; line++) notes.line(line, "not JSON");
  notes.end();
  expect(told.at(-1)).toBe("x: 1 more line is damaged");
});

it("says nothing of an input without damage", () => {
  const told: string[] = [];
  new DamageNotes("the input", (message) => told.push(message)).end();
  expect(told).toEqual([]);
});
