import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Mutation, mutated, placeIn } from "./mutation.ts";
import { mutations } from "./mutations.ts";

const ROOT = new URL("../../", import.meta.url);

const TRUTH: Mutation = { name: "a lie", promise: "truth", file: "a.ts", find: "true", replace: "$&false", tests: [] };

describe("a mutation", () => {
  it("changes the one place that it means, word for word", () => {
    expect(mutated("is true.", TRUTH)).toBe("is $&false.");
  });

  it("applies no more where its place is gone, or is not one", () => {
    expect(() => placeIn("is so.", TRUTH)).toThrow("does not apply any more");
    expect(() => placeIn("true, true", TRUTH)).toThrow("more than once");
    expect(() => placeIn("true", { ...TRUTH, find: "" })).toThrow("does not apply any more");
  });
});

describe("the list of mutations", () => {
  it("applies to the code as it is", () => {
    const texts = new Map<string, string>();
    for (const mutation of mutations) {
      const text = texts.get(mutation.file) ?? readFileSync(new URL(mutation.file, ROOT), "utf8");
      texts.set(mutation.file, text);
      placeIn(text, mutation);
      expect(mutation.replace).not.toBe(mutation.find);
    }
  });

  it("names each once, and tests that are there", () => {
    const names = mutations.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    const tests = new Set(mutations.flatMap((mutation) => mutation.tests));
    expect([...tests].filter((test) => !existsSync(new URL(test, ROOT)))).toEqual([]);
  });
});
