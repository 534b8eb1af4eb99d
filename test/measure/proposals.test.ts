import { describe, expect, it } from "vitest";
import type { MeasuredSoFar } from "../../src/measure/measured.ts";
import { adviceFor, type Present } from "../../src/measure/proposals.ts";
import { filesASecond, kibASecond, measuredServer } from "./reading.ts";

const PRESENT: Present = { connections: 5, most: 8, ownCeiling: false, auto: false, mayHaveSegments: false };

const DOUBLING = filesASecond([1, 100], [2, 200], [4, 400], [5, 500], [8, 800]);
const FLAT = filesASecond([1, 100], [2, 102], [4, 98]);
const LIMIT = { connections: 2, message: "421 Too many connections." };

function advice(measured: Partial<MeasuredSoFar>, present: Partial<Present> = {}) {
  return adviceFor(measuredServer(measured), { ...PRESENT, ...present });
}

describe("connections", () => {
  it.each<[string, Partial<MeasuredSoFar>, Partial<Present>, number | undefined]>([
    ["more bring far more", { small: DOUBLING }, {}, 8],
    ["more bring a little more", { small: filesASecond([1, 100], [4, 400], [5, 480], [8, 550]) }, {}, undefined],
    ["one is as good as all", { small: FLAT }, {}, 1],
    ["one less is as good", { small: filesASecond([1, 100], [4, 400], [5, 410], [8, 405]) }, {}, undefined],
    ["they are what they are", { small: filesASecond([1, 100], [5, 500], [8, 505]) }, {}, undefined],
    ["the server takes fewer", { small: filesASecond([1, 100], [2, 200]), limit: LIMIT }, {}, 2],
    [
      "the server takes just those",
      { small: filesASecond([1, 100], [2, 200]), limit: LIMIT },
      { connections: 2 },
      undefined,
    ],
    [
      "small files need more than large ones",
      { small: DOUBLING, large: kibASecond([1, 900], [2, 910], [4, 905]) },
      {},
      8,
    ],
    [
      "large files need more than small ones",
      { small: FLAT, large: kibASecond([1, 900], [2, 1800], [5, 4000], [8, 8000]) },
      {},
      8,
    ],
    ["the harvest finds them itself", { small: DOUBLING }, { auto: true }, undefined],
    ["fewer than now were tried", { small: filesASecond([1, 100], [2, 200]) }, { most: 2 }, undefined],
    ["too little came", { small: filesASecond([1, 2], [2, 3]) }, {}, undefined],
    ["the last step gains more than its share", { small: filesASecond([1, 700], [5, 2906], [8, 6840]) }, {}, undefined],
    [
      "more bring nothing, and still more far more",
      { small: filesASecond([1, 1745], [2, 2024], [5, 2008], [8, 3263]) },
      {},
      undefined,
    ],
    ["the figures jump", { small: filesASecond([1, 100], [2, 400], [4, 100], [8, 400]) }, {}, undefined],
  ])("%s", (_, measured, present, connections) => {
    const proposed = advice(measured, present).proposals.find(({ key }) => key === "connections");
    expect(proposed?.value).toBe(connections);
  });

  it("come with what one, those of now and those proposed bring", () => {
    expect(advice({ small: DOUBLING }).proposals).toEqual([
      { key: "connections", value: 8, reason: "1: 100 files/s, 5: 500 files/s, 8: 800 files/s" },
    ]);
  });

  it("come with the limit that the server has", () => {
    expect(advice({ small: filesASecond([1, 100], [2, 200]), limit: LIMIT }).proposals).toMatchObject([
      { reason: "1: 100 files/s, 2: 200 files/s; the server takes 2 and refuses more" },
    ]);
  });
});

describe("segments", () => {
  const found = { folders: 1, entries: 9, files: 9, ms: 5, whole: true, median_size: 4096, largest_size: 100_000_000 };
  const large = kibASecond([1, 1024], [2, 2048], [4, 4096], [5, 4100], [8, 4090]);

  it.each<[string, Partial<MeasuredSoFar>, Partial<Present>, "auto" | undefined]>([
    ["several connections bring more than one", { large }, { mayHaveSegments: true }, "auto"],
    ["they are given, or not known to this version", { large }, { mayHaveSegments: false }, undefined],
    ["the server has no REST", { large, rest: false }, { mayHaveSegments: true }, undefined],
    ["nobody knows whether it has REST", { large, rest: null }, { mayHaveSegments: true }, undefined],
    [
      "one brings as much",
      { large: kibASecond([1, 4000], [2, 4100], [4, 4050]) },
      { mayHaveSegments: true },
      undefined,
    ],
    [
      "no file is large enough",
      { large, found: { ...found, largest_size: 60_000_000 } },
      { mayHaveSegments: true },
      undefined,
    ],
    ["there is no large file", { small: DOUBLING }, { mayHaveSegments: true }, undefined],
    ["too little came of large files", { large: kibASecond([1, 1], [2, 2]) }, { mayHaveSegments: true }, undefined],
  ])("%s", (_, measured, present, value) => {
    const proposed = advice({ found, ...measured }, present).proposals.find(({ key }) => key === "segments");
    expect(proposed?.value).toBe(value);
  });

  it("come with what one and several bring", () => {
    expect(advice({ found, large }, { mayHaveSegments: true }).proposals.at(-1)?.reason).toBe(
      "one connection brings 1.0 MiB/s of large files, 4 bring 4.0 MiB/s",
    );
  });
});

describe("remarks", () => {
  it.each<[string, Partial<MeasuredSoFar>, Partial<Present>, string[]]>([
    [
      "what is right",
      { small: filesASecond([1, 100], [5, 500], [8, 505]) },
      {},
      ["`connections: 5` is right (1: 100 files/s, 5: 500 files/s, 8: 505 files/s)"],
    ],
    [
      "what `auto` should come to",
      { small: filesASecond([1, 100], [4, 400], [8, 405]) },
      { auto: true },
      ["`connections: auto` should come to about 4 (1: 100 files/s, 4: 400 files/s, 8: 405 files/s)"],
    ],
    [
      "that more may bring more",
      { small: DOUBLING },
      {},
      ["more than 8 connections may bring more: try `--connections-up-to 16`"],
    ],
    [
      "whose word kept more from being tried",
      { small: filesASecond([1, 100], [2, 200]) },
      { connections: 2, most: 2, ownCeiling: true },
      ["more than 2 connections may bring more: its own `connections: 2` kept them from being tried"],
    ],
    [
      "that time kept more from being tried",
      { small: filesASecond([1, 100], [2, 200]) },
      {},
      ["more than 2 connections may bring more: they did not fit into the time"],
    ],
    [
      "that too little came",
      { small: filesASecond([1, 2]) },
      {},
      ["small files: too little came to tell; give it more with `--for` or `--max-bytes`"],
    ],
    [
      "that the figures jump",
      { large: kibASecond([1, 1000], [2, 4000], [4, 1000], [8, 4000]) },
      {},
      ["large files: the figures jump, as if something else was at work here or there; measure again"],
    ],
    [
      "that a step gains more than its share",
      { small: filesASecond([1, 700], [5, 2906], [8, 6840]) },
      {},
      ["small files: the figures jump, as if something else was at work here or there; measure again"],
    ],
    [
      "that there is nothing to measure with",
      { found: { folders: 1, entries: 0, files: 0, ms: 1, whole: true, median_size: null, largest_size: null } },
      {},
      ["no file is there to measure with"],
    ],
    [
      "nothing of a server that could not be measured",
      { found: null, failure: { code: "login", message: "530" } },
      {},
      [],
    ],
  ])("say %s", (_, measured, present, remarks) => {
    expect(advice(measured, present).remarks).toEqual(remarks);
  });
});
