import { describe, expect, it } from "vitest";
import { namesIn, rawName } from "../../src/ftp/names.ts";
import { Fault } from "../../src/records/fault.ts";

describe("a name in UTF-8", () => {
  const names = namesIn("utf-8");

  it("is exact when its text gives its bytes back", () => {
    expect(names.decode("plain.txt")).toEqual({ text: "plain.txt", exact: true });
    expect(names.decode("caf\xc3\xa9")).toEqual({ text: "café", exact: true });
    expect(names.decode("\xef\xbb\xbfbom")).toEqual({ text: "\ufeffbom", exact: true });
    expect(names.decode("caf\xe9")).toEqual({ text: "caf\ufffd", exact: false });
  });

  it("comes back whole, from its text or from its base64", () => {
    for (const wire of ["plain", "caf\xc3\xa9", "\xff\xfe-iac", "\xd6\xd0", " a\\b ", "\xc3\x28"]) {
      const { text, exact } = names.decode(wire);
      expect(names.encode(text, exact ? undefined : rawName(wire))).toBe(wire);
    }
  });
});

describe.each([
  ["gbk", "/数据/报告.csv", "/\xca\xfd\xbe\xdd/\xb1\xa8\xb8\xe6.csv"],
  ["gb18030", "/数据/𠀀é€.csv", "/\xca\xfd\xbe\xdd/\x95\x32\x82\x36\xa8\xa6\xa2\xe3.csv"],
  ["big5", "/十月/許功蓋", "/\xa4Q\xa4\xeb/\xb3\\\xa5\\\xbb\\"],
  ["shift_jis", "/髙橋/能力表.txt", "/\xfb\xfc\x8b\xb4/\x94\\\x97\xcd\x95\\.txt"],
  // Of code page 949 beside KS X 1001: 똠, 펲 and 뷁.
  [
    "euc-kr",
    "/한국/똠방각하 펲시 뷁.txt",
    "/\xc7\xd1\xb1\xb9/\x8cc\xb9\xe6\xb0\xa2\xc7\xcf \xbc\x84\xbd\xc3 \x94\xee.txt",
  ],
  ["euc-jp", "/日本/丂ｱ", "/\xc6\xfc\xcb\xdc/\x8f\xb0\xa1\x8e\xb1"],
  ["latin1", "/Grüße/5 €–ÿ", "/Gr\xfc\xdfe/5 \x80\x96\xff"],
  // Five bytes without a character in Windows' code page.
  ["windows-1252", "/\x81\x8d\x8f\x90\x9d", "/\x81\x8d\x8f\x90\x9d"],
  // 0xFF in every second name: telnet's IAC.
  ["windows-1251", "/Отчётная/я", "/\xce\xf2\xf7\xb8\xf2\xed\xe0\xff/\xff"],
  ["koi8-r", "/отчёт", "/\xcf\xd4\xde\xa3\xd4"],
])("a path in %s", (encoding, text, wire) => {
  const names = namesIn(encoding);

  it("is the same in text and in bytes", () => {
    expect(names.decode(wire)).toEqual({ text, exact: true });
    expect(names.encode(text)).toBe(wire);
  });

  it("keeps its slashes whatever stands before them", () => {
    for (let byte = 0x80; byte <= 0xff; byte++) {
      const parts = names.decode(`/a${String.fromCharCode(byte)}/${wire}`).text.split("/");
      expect(parts.slice(2).join("/")).toBe(text);
      expect(parts[1]).toMatch(/^a./s);
    }
  });
});

it.each(["gbk", "gb18030", "big5", "shift_jis", "euc-kr", "euc-jp", "windows-874"])(
  "the byte 0xFF is no character in %s",
  (encoding) => {
    expect(namesIn(encoding).decode("/a/\xff.csv")).toEqual({ text: "/a/\ufffd.csv", exact: false });
  },
);

/** Codes that a decoder takes, and which of them another code of the same character is written for. */
function countCodes(encoding: string, wires: Iterable<string>): { codes: number; doubles: number } {
  const names = namesIn(encoding);
  let [codes, doubles] = [0, 0];
  for (const wire of wires) {
    const { text, exact } = names.decode(wire);
    const back = names.encode(text, exact ? undefined : rawName(wire));
    if (back !== wire) throw new Error(`${encoding}: ${Buffer.from(wire, "latin1").toString("hex")} becomes ${text}`);
    if (text !== "\ufffd" && [...text].length === 1) {
      codes++;
      if (!exact) doubles++;
      // A code that stood for one of these could lead out of a folder, or end a command.
      if (/[\u0000-\u007f]/.test(text)) throw new Error(`${encoding}: ${wire} is ASCII`);
    }
  }
  return { codes, doubles };
}

/** All bytes from 0x80, alone and with each byte behind them but the slash. */
function* singlesAndPairs(): Generator<string> {
  for (let first = 0x80; first <= 0xff; first++) {
    yield String.fromCharCode(first);
    for (let second = 0; second <= 0xff; second++) {
      if (second !== 0x2f) yield String.fromCharCode(first, second);
    }
  }
}

function* triplesOf(lead: number): Generator<string> {
  for (let second = 0x80; second <= 0xff; second++) {
    for (let third = 0x80; third <= 0xff; third++) yield String.fromCharCode(lead, second, third);
  }
}

/** The four bytes of GB 18030, from one lead to another. */
function* fours(first: number, last: number, step: number): Generator<string> {
  for (let order = (first - 0x81) * 12_600; order < (last + 1 - 0x81) * 12_600; order += step) {
    const [a, b, c, d] = [order / 12_600, (order / 1_260) % 10, (order / 10) % 126, order % 10].map(Math.floor);
    yield String.fromCharCode(0x81 + (a ?? 0), 0x30 + (b ?? 0), 0x81 + (c ?? 0), 0x30 + (d ?? 0));
  }
}

describe("every code comes back", () => {
  // Node.js 20 to 26 and their ICUs do not agree on every last code.
  it.each([
    ["gbk", 23_900, 0, 2],
    ["gb18030", 23_900, 1, 2],
    ["big5", 13_700, 6, 10],
    ["shift_jis", 9_400, 398, 398],
    ["euc-kr", 17_100, 0, 0],
    ["euc-jp", 7_400, 0, 14],
    ["windows-1252", 128, 0, 0],
    ["koi8-r", 128, 0, 0],
    ["windows-1251", 128, 0, 0],
  ])(
    "in %s, over %i of one or two bytes, by its base64 where there are two for a character",
    (encoding, least, fewest, most) => {
      const { codes, doubles } = countCodes(encoding, singlesAndPairs());
      expect(codes).toBeGreaterThanOrEqual(least);
      expect(doubles).toBeGreaterThanOrEqual(fewest);
      expect(doubles).toBeLessThanOrEqual(most);
    },
  );

  it("in EUC-JP, of three bytes", () => {
    expect(countCodes("euc-jp", triplesOf(0x8f)).codes).toBeGreaterThanOrEqual(6_000);
  });

  it("in GB 18030, of four bytes, also beyond the Basic Multilingual Plane", () => {
    const { codes, doubles } = countCodes("gb18030", fours(0x81, 0x84, 1));
    expect(codes).toBeGreaterThanOrEqual(39_000);
    // With the tables of 2005 (Node.js 20) some have two bytes, too.
    expect(doubles).toBeLessThanOrEqual(18);
    expect(countCodes("gb18030", fours(0x90, 0xe2, 997))).toMatchObject({ doubles: 0 });
    expect(namesIn("gb18030").encode("\u{10000}\u{10ffff}")).toBe("\x90\x30\x81\x30\xe3\x32\x9a\x35");
  });
});

describe("a text that cannot be sent", () => {
  it.each([
    ["latin1", "/数据", '"/数据": windows-1252 has no "数"; check `encoding`'],
    ["gbk", "/a\u{1f600}", 'gbk has no "\u{1f600}"'],
    ["big5", "/caf\u00e9\u202e", "big5 has no"],
    ["shift_jis", "/\ufffd", 'shift_jis has no "\ufffd"'],
    ["gb18030", "/\ufffd", 'gb18030 has no "\ufffd"'],
    ["gb18030", "/\ud800", "gb18030 has no"],
  ])("in %s is a fault and no other name: %s", (encoding, text, says) => {
    const encode = () => namesIn(encoding).encode(text);
    expect(encode).toThrow(Fault);
    expect(encode).toThrow(says);
  });

  it("does not matter where its bytes are known", () => {
    expect(namesIn("gbk").encode("\ufffd", rawName("\xff"))).toBe("\xff");
  });
});

it("names are made once for an encoding", () => {
  expect(namesIn("gbk")).toBe(namesIn("gbk"));
  expect(namesIn("utf8")).toBe(namesIn("utf-8"));
});
