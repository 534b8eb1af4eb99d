import { describe, expect, it } from "vitest";
import { namesIn } from "../../../src/ftp/names.ts";
import { NameTwins } from "../../../src/stages/list/nameTwins.ts";
import { utf8 } from "../../servers/oddNames.ts";

function twinsOf(encoding: string, ...noted: readonly string[]): NameTwins {
  const twins = new NameTwins(namesIn(encoding));
  for (const name of noted) twins.note(name);
  return twins;
}

describe("a name has a twin", () => {
  it("when the bytes of one that does not fit are its text in UTF-8", () => {
    expect(twinsOf("gbk", utf8("数.csv")).has("\xca\xfd.csv")).toBe(true);
    expect(twinsOf("koi8-r", utf8("я")).has("\xd1")).toBe(false);
  });

  it.each([
    ["fits and is other text", "gbk", utf8("日报"), "\xc8\xd5\xb1\xa8"],
    ["is no UTF-8", "gbk", "\xca\xfd\xff", "\xca\xfd"],
    ["has a character that the encoding lacks", "gbk", utf8("😀数"), "\xca\xfd"],
    ["is in the server's encoding, UTF-8", "utf-8", utf8("数"), "\xca\xfd"],
    ["is ASCII", "gbk", "a.csv", "a.csv"],
  ])("but none where the other %s", (_, encoding, other, name) => {
    expect(twinsOf(encoding, other, name).has(name)).toBe(false);
  });

  it("only in its own folder", () => {
    const twins = twinsOf("gbk", utf8("数.csv"));
    twins.clear();
    expect(twins.has("\xca\xfd.csv")).toBe(false);
  });
});

it("no more are noted than fit into memory", () => {
  const twins = new NameTwins(namesIn("gbk"));
  for (let n = 0; n < 10_100; n++) twins.note(utf8(`数${n}.csv`));
  expect(twins.has("\xca\xfd9999.csv")).toBe(true);
  expect(twins.has("\xca\xfd10000.csv")).toBe(false);
});
