import { describe, expect, it } from "vitest";
import { connectionSteps, hasLevelledOff, isDisturbed, isTelling, kneeOf } from "../../src/measure/knee.ts";
import { filesASecond, kibASecond } from "./reading.ts";

describe("the knee", () => {
  it.each([
    [
      "one connection does it all",
      [
        [1, 100],
        [2, 105],
        [4, 98],
      ],
      { connections: 1, rate: 100, rising: false },
    ],
    [
      "twice as many bring twice as much",
      [
        [1, 100],
        [2, 200],
        [4, 400],
      ],
      { connections: 4, rate: 400, rising: true },
    ],
    [
      "more than four bring no more",
      [
        [1, 100],
        [2, 200],
        [4, 390],
        [8, 400],
      ],
      { connections: 4, rate: 390, rising: false },
    ],
    [
      "ten in a hundred less are as good",
      [
        [1, 90],
        [2, 100],
      ],
      { connections: 1, rate: 90, rising: false },
    ],
    [
      "eleven in a hundred less are not",
      [
        [1, 89],
        [2, 100],
      ],
      { connections: 2, rate: 100, rising: true },
    ],
    [
      "too many bring less",
      [
        [1, 100],
        [2, 300],
        [4, 200],
      ],
      { connections: 2, rate: 300, rising: false },
    ],
    ["only one may be tried", [[1, 100]], { connections: 1, rate: 100, rising: true }],
  ] as const)("%s", (_, pairs, knee) => {
    expect(kneeOf(filesASecond(...pairs), "files")).toEqual({ ...knee, alone: pairs[0][1] });
  });

  it("is that of bytes for large files", () => {
    expect(kneeOf(kibASecond([1, 1000], [2, 3000]), "bytes")).toMatchObject({ connections: 2, rate: 3000 * 1024 });
  });

  it.each([
    ["there is no reading", []],
    ["a reading has a few files only", filesASecond([1, 7], [2, 40])],
    ["several connections came to two files each", filesASecond([1, 20], [8, 23])],
  ])("is not told where %s", (_, readings) => {
    expect(kneeOf(readings, "files")).toBeUndefined();
  });
});

it.each([
  ["a few kilobytes", { bytes: 10_000, ms: 1000 }, false],
  ["a moment", { bytes: 100_000_000, ms: 20 }, false],
  ["enough of both", { bytes: 1_000_000, ms: 200 }, true],
])("large files tell something in %s: %j, %j", (_, much, tells) => {
  expect(isTelling({ connections: 1, files: 0, cpu_ms: null, ...much }, "bytes")).toBe(tells);
});

it.each([
  [
    "rates that rise",
    [
      [1, 100],
      [2, 200],
      [4, 300],
    ],
    false,
  ],
  [
    "rates that fall at the end",
    [
      [1, 150],
      [2, 300],
      [4, 150],
    ],
    false,
  ],
  [
    "a little less in between",
    [
      [1, 100],
      [2, 80],
      [4, 100],
    ],
    false,
  ],
  [
    "far less in between",
    [
      [1, 100],
      [2, 60],
      [4, 100],
    ],
    true,
  ],
  [
    "far less with many, and a little more with the most",
    [
      [1, 150],
      [2, 300],
      [4, 150],
      [8, 200],
    ],
    false,
  ],
  [
    "twice as many bring more than twice as much, as two measurements differ",
    [
      [1, 100],
      [2, 240],
      [4, 550],
    ],
    false,
  ],
  [
    "the last step gains far more than its share of connections",
    [
      [1, 700],
      [2, 1350],
      [5, 2906],
      [8, 6840],
    ],
    true,
  ],
  [
    "so does the first one",
    [
      [1, 100],
      [2, 260],
      [4, 400],
    ],
    true,
  ],
  [
    "more connections brought nothing, and still more bring far more",
    [
      [1, 1745],
      [2, 2024],
      [5, 2008],
      [8, 3263],
    ],
    true,
  ],
  [
    "more connections brought nothing, and still more a little more",
    [
      [1, 1745],
      [2, 2024],
      [5, 2008],
      [8, 2300],
    ],
    false,
  ],
] as const)("something else was at work: %s, %j, %j", (_, pairs, disturbed) => {
  expect(isDisturbed(filesASecond(...pairs), "files")).toBe(disturbed);
});

it.each([
  [
    "it still rises",
    [
      [1, 100],
      [2, 200],
      [4, 300],
    ],
    false,
  ],
  [
    "one step brought nothing",
    [
      [1, 100],
      [2, 200],
      [4, 200],
    ],
    false,
  ],
  [
    "two steps brought nothing",
    [
      [1, 100],
      [2, 200],
      [4, 200],
      [5, 205],
    ],
    true,
  ],
  [
    "there are two readings only",
    [
      [1, 100],
      [2, 100],
    ],
    false,
  ],
] as const)("the climb has levelled off or not: %s, %j, %j", (_, pairs, levelled) => {
  expect(hasLevelledOff(filesASecond(...pairs), "files")).toBe(levelled);
});

it("a climb does not end for readings that tell nothing", () => {
  expect(hasLevelledOff(filesASecond([1, 3], [2, 3], [4, 3]), "files")).toBe(false);
});

it.each([
  [1, 5, [1]],
  [2, 5, [1, 2]],
  [3, 1, [1, 2, 3]],
  [5, 5, [1, 2, 5]],
  [8, 5, [1, 2, 5, 8]],
  [8, 4, [1, 2, 4, 8]],
  [20, 5, [1, 2, 5, 8, 20]],
])("up to %i connections, with %i configured, the steps are %j", (most, configured, steps) => {
  expect(connectionSteps(most, configured)).toEqual(steps);
});
