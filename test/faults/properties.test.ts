import { describe, expect, it } from "vitest";
import type { FileVersion } from "../servers/scripted/servedFile.ts";
import type { Evidence } from "./evidence.ts";
import { Excuses } from "./excuses.ts";
import { PROPERTIES } from "./properties.ts";
import { PASSWORD } from "./scriptOf.ts";
import { soundEvidence, version } from "./soundEvidence.ts";

const OTHER = Buffer.from("another day's !");
const ROW = { result: 0, number_of_files: 1, files: [["a.bin", 15]] } as const;
const MODIFIED = "20260102030405";
const OPTIONS = soundEvidence().schedule.options;
const FAULTY = { servers: [], ends: { how: "completes" } } as const;

/** Evidence that breaks one property, by the property's sentence. */
const BREAKS: readonly (readonly [sentence: string, evidence: Evidence])[] = [
  [
    "every listed file ends in exactly one outcome, or is counted as not started",
    soundEvidence({ told: { records: soundEvidence().told.records?.filter(({ type }) => type !== "download") ?? [] } }),
  ],
  [
    "every listed file ends in exactly one outcome, or is counted as not started",
    soundEvidence({
      told: { records: [...(soundEvidence().told.records ?? []), { type: "listed", server: "server-1", files: 1 }] },
    }),
  ],
  [
    "every listed file ends in exactly one outcome, or is counted as not started",
    soundEvidence({
      sums: { asked: 2, fetched: 2 },
      told: {
        records: (soundEvidence().told.records ?? []).flatMap((one) => (one.type === "download" ? [one, one] : [one])),
      },
    }),
  ],
  ["the sums of `harvested` are those of the records", soundEvidence({ download: { status: "unchanged" } })],
  ["the sums of `harvested` are those of the records", soundEvidence({ sums: { bytes: 14 } })],
  ["no file is tried more often than `retries` says", soundEvidence({ download: { attempts: 2 } })],
  [
    "what the server took back with its final reply is not called fetched",
    soundEvidence({ server: { takenBack: new Set(["/a.bin"]) } }),
  ],
  [
    "what is called unchanged is here, with the size and the time that the server lists",
    soundEvidence({ download: { status: "unchanged" }, server: { disk: new Map() } }),
  ],
  [
    "what is called unchanged is here, with the size and the time that the server lists",
    soundEvidence({
      download: { status: "unchanged" },
      server: { versions: new Map([["/a.bin", [version(OTHER, "20260102030406")]]]) },
    }),
  ],
  [
    "what has come is told: a file that is another one than before is in its server's row",
    soundEvidence({ told: { rows: new Map([["server-1", { ...ROW, number_of_files: 0, files: [] }]]) } }),
  ],
  [
    "what is called fetched is here, byte by byte a version that the server had during the round",
    soundEvidence({ server: { disk: new Map([["a.bin", OTHER]]) } }),
  ],
  [
    "what is called fetched is here, byte by byte a version that the server had during the round",
    soundEvidence({ download: { bytes: 14 } }),
  ],
  [
    "what is called fetched is here, byte by byte a version that the server had during the round",
    soundEvidence({ download: { sha256: "00" } }),
  ],
  [
    "a file under its final name is a version that the server has ever had",
    soundEvidence({
      server: {
        disk: new Map([
          ["a.bin", soundEvidence().servers[0]?.disk.get("a.bin") ?? OTHER],
          ["b.bin", OTHER],
        ]),
      },
    }),
  ],
  ["each server has its row, unless the report itself was killed", soundEvidence({ told: { rows: new Map() } })],
  [
    "result 0 means that every file that was there throughout is here and correct",
    soundEvidence({ server: { disk: new Map() } }),
  ],
  [
    "a row counts and names the files that the records call fetched",
    soundEvidence({ told: { rows: new Map([["server-1", { ...ROW, number_of_files: 2 }]]) } }),
  ],
  [
    "a row counts and names the files that the records call fetched",
    soundEvidence({ told: { rows: new Map([["server-1", { ...ROW, files: [["a.bin", 14]] }]]) } }),
  ],
  [
    "result 1 has a reason, and result 0 has none",
    soundEvidence({
      told: { rows: new Map([["server-1", { ...ROW, result: 1, reasons: { failed: 0, others: [] } }]]) },
    }),
  ],
  [
    "result 1 has a reason, and result 0 has none",
    soundEvidence({
      told: {
        rows: new Map([["server-1", ROW]]),
        records: [...(soundEvidence().told.records ?? []), { type: "failure", server: "server-1" }],
      },
    }),
  ],
  ["the exit code is what README says of what happened", soundEvidence({ told: { code: 1 } })],
  [
    "the exit code is what README says of what happened",
    soundEvidence({
      round: { plan: { servers: [], ends: { how: "signal", signal: "SIGINT", at: 1, of: "commands" } } },
      told: {
        ended: "signalled",
        rows: new Map([["server-1", { ...ROW, result: 1 }]]),
        codes: new Map([["fetch", 130]]),
      },
    }),
  ],
  [
    "the exit code is what README says of what happened",
    soundEvidence({
      schedule: { form: "pipe" },
      told: {
        ended: "killed",
        codes: new Map([
          ["list", 137],
          ["fetch", 0],
          ["report", 0],
        ]),
      },
    }),
  ],
  [
    "a round without faults brings all that can be here, and says so",
    soundEvidence({ told: { rows: new Map([["server-1", { ...ROW, result: 1 }]]) } }),
  ],
  [
    "one fault that passes costs no file, with retries enough",
    soundEvidence({
      round: { plan: FAULTY },
      schedule: { profile: "one passing" },
      told: { rows: new Map([["server-1", { ...ROW, result: 1 }]]) },
    }),
  ],
  [
    "one fault that passes costs a file one more try at the most",
    soundEvidence({ schedule: { profile: "one passing" }, download: { attempts: 3 } }),
  ],
  [
    "what came despite one fault that passes is not fetched again",
    soundEvidence({ schedule: { profile: "one passing" } }),
  ],
  [
    "after an orderly end no lock is left, and no part file that no note tells of",
    soundEvidence({ round: { plan: FAULTY }, server: { lock: true } }),
  ],
  [
    "after an orderly end no lock is left, and no part file that no note tells of",
    soundEvidence({ round: { plan: FAULTY }, server: { parts: [".0123456789abcdef-0badcafe.fh-part"] } }),
  ],
  [
    "after a round without faults there is no part file, no lock and no note",
    soundEvidence({ server: { note: true } }),
  ],
  ["nothing outside of the servers' folders is touched", soundEvidence({ round: { outside: ["/outside/kept.txt"] } })],
  ["no server has more connections than it may have", soundEvidence({ server: { mostLoggedIn: 3 } })],
  [
    "no file comes by more sessions at once than it may",
    soundEvidence({ schedule: { options: { ...OPTIONS, connections: 4, segments: 2 } }, download: { segments: 3 } }),
  ],
  [
    "no file comes by more sessions at once than it may",
    soundEvidence({
      round: { plan: { ...FAULTY, segments: 2 } },
      schedule: { options: { ...OPTIONS, connections: 4, segments: 4 } },
      download: { segments: 3 },
    }),
  ],
  [
    "no file comes by more sessions at once than it may",
    soundEvidence({ schedule: { options: { ...OPTIONS, segments: "auto" } }, download: { segments: 3 } }),
  ],
  [
    "files come no faster than `rate` says",
    soundEvidence({ schedule: { options: { ...OPTIONS, rate: 1_000_000 } }, download: { bytes: 3_000_000 } }),
  ],
  [
    "files come no faster than `rate` says",
    soundEvidence({ schedule: { options: { ...OPTIONS, overall_rate: 1_000_000 } }, download: { bytes: 3_000_000 } }),
  ],
  ["all connections are closed at the end", soundEvidence({ server: { openSockets: 1 } })],
  [
    "the process warns of nothing, and no promise fails unseen",
    soundEvidence({ round: { incidents: ["MaxListenersExceededWarning"] } }),
  ],
  ["no password and no stack trace is told", soundEvidence({ round: { written: [`{"text":"${PASSWORD}"}`] } })],
  ["no password and no stack trace is told", soundEvidence({ told: { text: "Error\n    at run (file.js:1:2)\n" } })],
];

function brokenBy(evidence: Evidence, excuses = new Excuses()): string[] {
  return PROPERTIES.filter(({ broken }) => broken(evidence, excuses) !== undefined).map(({ sentence }) => sentence);
}

describe("the judge of schedules", () => {
  it("finds nothing wrong with a round in which all went well", () => {
    expect(brokenBy(soundEvidence())).toEqual([]);
  });

  it.each(BREAKS)("can find broken: %s", (sentence, evidence) => {
    expect(brokenBy(evidence)).toContain(sentence);
  });

  it("can find each property broken", () => {
    expect(new Set(BREAKS.map(([sentence]) => sentence))).toEqual(new Set(PROPERTIES.map(({ sentence }) => sentence)));
  });
});

describe("what may be had", () => {
  it("is as many segments as a round has, and what was here before the rate counts", () => {
    const schedule = { options: { ...OPTIONS, connections: 4, segments: 1, rate: 1_000_000 } } as const;
    const plan = { ...FAULTY, segments: 3 } as const;
    const download = { segments: 3, bytes: 3_000_000, resumed_from: 2_000_000 };
    const broken = brokenBy(soundEvidence({ round: { plan }, schedule, download }));
    expect(broken).not.toContain("no file comes by more sessions at once than it may");
    expect(broken).not.toContain("files come no faster than `rate` says");
  });
});

describe("what README does not guard", () => {
  const [older, newer] = [Buffer.from("old head, tail"), Buffer.from("new head, rest")];
  const mixed = Buffer.concat([older.subarray(0, 5), newer.subarray(5)]);
  const changed = (
    here: Buffer,
    times: readonly [string, string] = ["20260102030405", "20260102030406"],
    between: readonly FileVersion[] = [],
  ) => {
    const versions = new Map([["/a.bin", [version(older, times[0], 1), ...between, version(newer, times[1])]]]);
    const sizes = { size: here.length, bytes: here.length };
    const rows = new Map([["server-1", { ...ROW, files: [["a.bin", here.length]] }]]) as Evidence["told"]["rows"];
    const server = { versions, ever: versions, steady: new Set<string>(), disk: new Map([["a.bin", here]]) };
    return soundEvidence({ round: { plan: FAULTY }, server, download: sizes, told: { rows } });
  };

  it("a small file of two versions is excused and counted", () => {
    const excuses = new Excuses();
    expect(brokenBy(changed(mixed), excuses)).toEqual([]);
    expect(excuses.counts.get("mixed")).toBeGreaterThan(0);
  });

  it("so is one of two versions with another between them, of which nothing was read", () => {
    const between = version(Buffer.from("of another size"), "20260102030405", 2);
    expect(brokenBy(changed(mixed, undefined, [between]))).toEqual([]);
  });

  it("a file in segments may have pieces of both, but no more of them than there are segments", () => {
    const MiB = 1024 * 1024;
    const [before, after] = [Buffer.alloc(16 * MiB, "o"), Buffer.alloc(16 * MiB, "n")];
    const mixedEach = (bytes: number) => {
      const here = Buffer.from(before);
      for (let at = bytes; at < here.length; at += 2 * bytes) after.copy(here, at, at, at + bytes);
      const sameSecond = [version(before, MODIFIED, 1), version(after, MODIFIED)];
      const server = { versions: new Map([["/a.bin", sameSecond]]), ever: new Map([["/a.bin", sameSecond]]) };
      const rows = new Map([["server-1", { ...ROW, files: [["a.bin", here.length]] }]]) as Evidence["told"]["rows"];
      const disk = new Map([["a.bin", here]]);
      return soundEvidence({
        round: { plan: FAULTY },
        server: { ...server, steady: new Set(), disk },
        download: { size: here.length, bytes: here.length },
        told: { rows },
      });
    };
    expect(brokenBy(mixedEach(2 * MiB))).toEqual([]);
    expect(brokenBy(mixedEach(MiB))).toHaveLength(2);
  });

  it("one that is neither the head of one nor the tail of the other is not", () => {
    expect(brokenBy(changed(Buffer.from("something else")))).toHaveLength(2);
  });

  it("a file that changed, and kept its size and listed time, is excused; with another time it is not", () => {
    const before = new Map([
      ["/a.bin", [version(OTHER, "20260102030405", 1), version(Buffer.from("a day's figures"))]],
    ]);
    const disk = new Map([["a.bin", OTHER]]);
    const server = { ever: before, disk, left: { disk, parts: [], lock: false, note: false } };
    const records = [
      { type: "listed", server: "server-1", files: 1 },
      { type: "download", server: "server-1", path: "/a.bin", name: "a.bin", status: "unchanged", size: 15, bytes: 15 },
      {
        type: "harvested",
        server: "server-1",
        asked: 1,
        bytes: 0,
        fetched: 0,
        unchanged: 1,
        skipped: 0,
        failed: 0,
        not_started: 0,
      },
    ];
    const rows = new Map([["server-1", { result: 0, number_of_files: 0, files: [] }]]);
    const excuses = new Excuses();
    expect(brokenBy(soundEvidence({ server, told: { records, rows } }), excuses)).toEqual([]);
    expect(excuses.counts.get("sameTime")).toBeGreaterThan(0);
    const later = new Map([["/a.bin", [version(OTHER, "20260101030405", 1)]]]);
    expect(brokenBy(soundEvidence({ server: { ...server, ever: later }, told: { records, rows } }))).not.toEqual([]);
  });
});
