import { describe, expect, it } from "vitest";
import { brokenWords } from "../../src/cli/brokenWords.ts";
import { Fault } from "../../src/records/fault.ts";

describe("what a command says that broke off", () => {
  it.each([
    ["a fault", new Fault("disk", "/data: the disk is read-only"), "c: /data: the disk is read-only"],
    [
      "too few open files, be it for its own modules",
      Object.assign(new Error("EMFILE: too many open files, open '/x/flags.js'"), { code: "EMFILE" }),
      "c: this process may have too few files open: raise ulimit -n",
    ],
    [
      "a bug",
      new TypeError("x is not iterable"),
      "c: internal error: x is not iterable (with -v: where; please report it)",
    ],
  ])("is for the operator: %s", (_, error, words) => expect(brokenWords("c", error)).toBe(words));
});
