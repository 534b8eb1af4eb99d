import { describe, expect, it } from "vitest";
import { encoding } from "../../src/config/encoding.ts";

describe("an encoding of names", () => {
  it.each([
    ["utf8", "utf-8"],
    ["UTF-8", "utf-8"],
    ["GBK", "gbk"],
    ["gb2312", "gbk"],
    ["gb18030", "gb18030"],
    ["big5", "big5"],
    ["sjis", "shift_jis"],
    ["euc-jp", "euc-jp"],
    ["ks_c_5601-1987", "euc-kr"],
    ["latin1", "windows-1252"],
    ["koi8-r", "koi8-r"],
    ["ibm866", "ibm866"],
  ])("%s is %s", (label, name) => {
    expect(encoding.parse(label)).toBe(name);
  });

  it.each(["utf-16", "utf-16be", "iso-2022-jp", "iso-2022-kr", "hz-gb-2312"])(
    "%s is none: the byte of / is a part of its characters",
    (label) => {
      expect(encoding.parse(label)).toBeUndefined();
    },
  );

  it.each(["", "klingon", 866, null])("%j is none", (value) => {
    expect(encoding.parse(value)).toBeUndefined();
  });

  it("can be each that is offered", () => {
    for (const choice of encoding.choices ?? []) expect(encoding.parse(choice)).toBeDefined();
  });
});
