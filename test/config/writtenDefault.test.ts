import { expect, it } from "vitest";
import { configKey, keysAt } from "../../src/config/keys.ts";
import { choice, duration, globs, integer, type Kind, rate, size, text } from "../../src/config/kinds.ts";
import { writtenDefault } from "../../src/config/writtenDefault.ts";

it.each<[written: unknown, kind: Kind<unknown>, standard: unknown]>([
  ["30s", duration, 30_000],
  ["90s", duration, 90_000],
  ["2m", duration, 120_000],
  ["1d", duration, 86_400_000],
  ["1500ms", duration, 1_500],
  ["0", duration, 0],
  ["1TB", size, 1_000_000_000_000],
  ["1500MB", size, 1_500_000_000],
  ["1001B", size, 1_001],
  ["0", size, 0],
  ["100B/s", rate, 100],
  ["5kB/s", rate, 5_000],
  ["0", rate, 0],
  [255, integer(1, 255), 255],
  [0, integer(0, 9), 0],
  ["none", choice("none", "some"), "none"],
  ["/", text, ["/"]],
  [["*.a", "*.b"], globs, ["*.a", "*.b"]],
  [undefined, globs, []],
  [undefined, text, undefined],
])("is written as %j", (written, kind, standard) => {
  expect(writtenDefault({ kind, default: standard, help: "" })).toEqual(written);
});

it("is read as what it is, for each key that has one", () => {
  for (const name of keysAt("server")) {
    const key = configKey(name);
    if (key.default === undefined) continue;
    const written = writtenDefault(key);
    expect(key.kind.parse(typeof written === "boolean" ? written : String(written)), name).toEqual(key.default);
  }
});
