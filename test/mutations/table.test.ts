import { expect, it } from "vitest";
import type { Mutation } from "./mutation.ts";
import { table } from "./table.ts";

const ROOT = new URL("../../", import.meta.url);

it("the table of mutations says who noticed, who else had to, and what nobody did", () => {
  const find = "/** Where in a text the mutation changes something.";
  const file = "test/mutations/mutation.ts";
  const mutation: Mutation = { name: "a | b", promise: "truth", file, find, replace: "", tests: [] };
  const by = { title: "it says\n so", file: "a.test.ts" };
  const rows = table(
    [
      { mutation, how: "noticed", by },
      { mutation, how: "noticed by others", by },
      { mutation: { ...mutation, find: "gone" }, how: "does not apply", by },
      { mutation, how: "not noticed" },
    ],
    ROOT,
  ).split("\n");
  const said = rows.map((row) => row.split(/(?<!\\) \| /).at(-1));
  expect(rows[2]).toMatch(/^\| test\/mutations\/mutation\.ts:\d+ \| a \\\| b \| truth \| /);
  expect(rows[4]).toMatch(/^\| test\/mutations\/mutation\.ts \| /);
  expect(said).toEqual([
    ...["noticed by |", "--- |", "it says so (a.test.ts) |", "**only** it says so (a.test.ts) |"],
    ...["**DOES NOT APPLY** it says so (a.test.ts) |", "**NOT NOTICED** |"],
  ]);
});
