import { describe, expect, it } from "vitest";
import {
  choice,
  duration,
  durationWithin,
  globs,
  host,
  integer,
  type Kind,
  oneOrMany,
  rate,
  serverPath,
  size,
  sizeLimit,
  sourceText,
  switchKind,
  text,
  timezone,
} from "../../src/config/kinds.ts";

type Table = readonly [
  name: string,
  kind: Kind<unknown>,
  rows: readonly (readonly [written: unknown, becomes: unknown])[],
];

/** Each row: what is written, what it becomes; undefined is "not of this kind". */
const tables: readonly Table[] = [
  [
    "a duration",
    duration,
    [
      ["500ms", 500],
      ["30s", 30_000],
      ["1.5m", 90_000],
      ["2h", 7_200_000],
      ["1d", 86_400_000],
      ["0", 0],
      [0, 0],
      ["0.0004s", 0],
      ["30", undefined],
      [30, undefined],
      ["", undefined],
      ["-1s", undefined],
      ["30 s", undefined],
      ["1w", undefined],
      [`${"9".repeat(20)}d`, undefined],
      [["30s"], undefined],
    ],
  ],
  [
    "a duration within bounds",
    durationWithin("1ms", "1d"),
    [
      ["1ms", 1],
      ["1d", 86_400_000],
      ["0", undefined],
      ["25h", undefined],
    ],
  ],
  [
    "a whole number",
    integer(1, 100),
    [
      ["5", 5],
      [5, 5],
      ["007", 7],
      ["0", undefined],
      ["101", undefined],
      ["1.5", undefined],
      [1.5, undefined],
      ["0x10", undefined],
      ["1e1", undefined],
      ["", undefined],
      [true, undefined],
    ],
  ],
  [
    "a size",
    size,
    [
      ["123", 123],
      [123, 123],
      ["1b", 1],
      ["10MB", 10_000_000],
      ["4KiB", 4096],
      ["1.5 kB", 1500],
      ["2gib", 2_147_483_648],
      ["1TB", 1_000_000_000_000],
      ["10M", undefined],
      ["-1", undefined],
      ["MB", undefined],
      ["9999999TiB", undefined],
    ],
  ],
  [
    "a limit on size",
    sizeLimit,
    [
      ["1", 1],
      ["1GB", 1_000_000_000],
      ["0", undefined],
      ["0.1B", undefined],
      ["10M", undefined],
    ],
  ],
  [
    "a rate",
    rate,
    [
      ["100B/s", 100],
      ["50kB/s", 50_000],
      ["1 MiB/s", 1_048_576],
      ["1.5kB/S", 1_500],
      ["0", 0],
      [0, 0],
      ["0B/s", 0],
      ["0.5B/s", 1],
      ["0.4B/s", undefined],
      ["0.0004kB/s", undefined],
      ["100", undefined],
      [100, undefined],
      ["100B", undefined],
      ["100/s", undefined],
      ["100B/m", undefined],
      ["-1B/s", undefined],
      ["", undefined],
      [["100B/s"], undefined],
    ],
  ],
  [
    "a text",
    text,
    [
      ["001", "001"],
      ["", undefined],
      ["a\0b", undefined],
      [1, undefined],
    ],
  ],
  [
    "a text as it is written",
    sourceText,
    [
      ["012345", "012345"],
      ["", ""],
      [12345, undefined],
    ],
  ],
  [
    "a switch",
    switchKind,
    [
      ["true", true],
      [false, false],
      ["yes", undefined],
      ["constructor", undefined],
    ],
  ],
  [
    "a choice",
    choice("none", "explicit"),
    [
      ["none", "none"],
      ["None", undefined],
      ["", undefined],
    ],
  ],
  [
    "patterns",
    globs,
    [
      ["*.csv", ["*.csv"]],
      ["a*, b*", ["a*", "b*"]],
      ["*.{csv,txt},x", ["*.{csv,txt}", "x"]],
      ["{a,{b,c}},d", ["{a,{b,c}}", "d"]],
      ["a{b,c", ["a{b", "c"]],
      ["a},b", ["a}", "b"]],
      ["{a,b},{c,d", ["{a,b}", "{c", "d"]],
      ["a\\,b", ["a\\,b"]],
      ["\\{a,b}", ["\\{a", "b}"]],
      [
        ["a,b", " c"],
        ["a,b", " c"],
      ],
      ["{{a,b},{c", ["{{a,b}", "{c"]],
      ["", undefined],
      [",", undefined],
      [[], undefined],
      [["a", ["b"]], undefined],
    ],
  ],
  [
    "one server path or many",
    oneOrMany(serverPath),
    [
      ["/out", ["/out"]],
      [
        ["/out", "/reports"],
        ["/out", "/reports"],
      ],
      [[], undefined],
      [["/out", 1], undefined],
      ["/a\r\nDELE b", undefined],
    ],
  ],
  [
    "a host",
    host,
    [
      ["10.1.0.1", "10.1.0.1"],
      ["ftp_1.example.org", "ftp_1.example.org"],
      ["::1", "::1"],
      ["[2001:db8::1]", "2001:db8::1"],
      ["fe80::1%eth0", "fe80::1%eth0"],
      ["ftp://example.org", undefined],
      ["example.org:2121", undefined],
      ["example.org/out", undefined],
      ["user@example.org", undefined],
      ["a b", undefined],
      ["", undefined],
    ],
  ],
  [
    "a time zone",
    timezone,
    [
      ["UTC", "UTC"],
      ["Europe/Berlin", "Europe/Berlin"],
      ["Mars/Base", undefined],
      ["+02:00", undefined],
      ["", undefined],
    ],
  ],
];

it("of 200,000 braces that never close none is looked for twice", () => {
  expect(globs.parse(`${"{".repeat(200_000)},a`)).toEqual(["{".repeat(200_000), "a"]);
});

describe.each(tables)("%s", (_name, kind, rows) => {
  it.each(rows)("%j becomes %j", (written, becomes) => expect(kind.parse(written)).toEqual(becomes));

  it("has a schema whose pattern agrees where it is a pattern of one text", () => {
    const { pattern } = kind.schema;
    if (typeof pattern !== "string") return;
    const accepted = rows.filter(([written, becomes]) => typeof written === "string" && becomes !== undefined);
    for (const [written] of accepted) expect(String(written).toLowerCase()).toMatch(new RegExp(pattern, "i"));
  });
});
