import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiskPace } from "../../src/sink/diskPace.ts";
import { openFolderSink } from "../../src/sink/folder.ts";
import { NOTE_bytes, rangeNote } from "../../src/sink/rangeNote.ts";
import type { Sink } from "../../src/sink/sink.ts";

let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fh-ranges-"));
  folder = join(base, "s1");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const FILE = { server: "s1", name: "a", version: "1" };
const SIZE = 20 * 1024 * 1024;
const BYTES = Buffer.from(Array.from({ length: SIZE / 16 }, (_, n) => String(n).padStart(16)).join(""));
const MIB = 1024 * 1024;

const open = (owner = "0badcafe") => openFolderSink({ bufferPath: base, owner, pace: new DiskPace(() => 0) });
const parts = () => readdirSync(folder).filter((name) => name.endsWith(".fh-part"));
const part = () => join(folder, parts()[0] ?? "");
const begin = (sink: Sink) => sink.beginRanges(FILE, SIZE);

async function write(incoming: { write(offset: number, bytes: Uint8Array): unknown }, from: number, to: number) {
  const piece = 128 * 1024;
  for (let at = from; at < to; at += piece) await incoming.write(at, BYTES.subarray(at, Math.min(to, at + piece)));
}

/** Another run finds what there is. */
async function nextRun(): Promise<Sink> {
  const sink = open("00000002");
  await sink.recover({ server: "s1", isActive: () => false, trusted: true });
  return sink;
}

/** What the sink says to have is what was written. */
function isTrue(ranges: readonly { from: number; to: number }[]): boolean {
  const there = readFileSync(part());
  return ranges.every(({ from, to }) => there.subarray(from, to).equals(BYTES.subarray(from, to)));
}

describe("a file in ranges", () => {
  it("goes on with the one of two that has more of it, in whatever order they are found", async () => {
    for (const [one, other] of [
      [1, 3],
      [3, 1],
    ] as const) {
      for (const [owner, mib] of [
        ["0000000a", one],
        ["0000000b", other],
      ] as const) {
        const killed = begin(open(owner));
        await write(killed, 0, mib * 4 * MIB);
      }
      expect(parts()).toHaveLength(2);
      const incoming = begin(await nextRun());
      expect(incoming.held).toBe(12 * MIB);
      incoming.abort();
      expect(parts()).toEqual([]);
    }
  });

  it("is the file when they are all here and joined, and never before", async () => {
    const incoming = begin(open());
    await write(incoming, 10 * MIB, SIZE);
    await expect(incoming.commit(null)).rejects.toThrow("not all of the file");
    await write(incoming, 0, 10 * MIB);
    await expect(incoming.commit(null)).rejects.toThrow("not of one piece");
    incoming.join(10 * MIB);
    expect(await incoming.digest(["md5"])).toHaveLength(1);
    await incoming.commit(1_600_000_000_000);
    expect(readdirSync(folder)).toEqual(["a"]);
    expect(readFileSync(join(folder, "a")).equals(BYTES)).toBe(true);
  });

  it("is gone on with by the same run and by the next one, with all that was here when it was kept", async () => {
    const sink = open();
    const first = begin(sink);
    await write(first, 0, MIB);
    await write(first, 5 * MIB, 6 * MIB);
    first.keep();
    const again = begin(sink);
    expect(again.held).toBe(2 * MIB);
    await write(again, 6 * MIB, 7 * MIB);
    again.keep();
    expect(sink.close("stopped")).toBe(true);
    const next = begin(await nextRun());
    expect(next.ranges).toEqual([
      { from: 0, to: MIB },
      { from: 5 * MIB, to: 7 * MIB },
    ]);
    await write(next, MIB, 5 * MIB);
    await write(next, 7 * MIB, SIZE);
    next.join(5 * MIB);
    await next.commit(null);
    expect(readFileSync(join(folder, "a")).equals(BYTES)).toBe(true);
  });

  it("claims no byte too many after a kill, and not many too few", async () => {
    const killed = begin(open("0000dead"));
    await write(killed, 10 * MIB, 15 * MIB);
    await write(killed, 0, 4 * MIB);
    const { ranges, held } = begin(await nextRun());
    expect(held).toBeGreaterThanOrEqual(5 * MIB);
    expect(isTrue(ranges)).toBe(true);
  });

  it("has the note before where the last one was cut in the middle, and nothing without one", async () => {
    const sink = open();
    const incoming = begin(sink);
    await write(incoming, 0, 5 * MIB);
    incoming.keep();
    sink.close("stopped");
    const last = readFileSync(part()).subarray(SIZE);
    const slots = [0, NOTE_bytes / 2].map((at) => Number(/"number":(\d+)/.exec(last.toString("latin1", at))?.[1]));
    const fd = openSync(part(), "r+");
    writeSync(fd, "ranges 1 {", SIZE + ((slots[0] ?? 0) > (slots[1] ?? 0) ? 0 : NOTE_bytes / 2));
    expect(begin(await nextRun()).held).toBe(4 * MIB);
    writeSync(fd, Buffer.alloc(NOTE_bytes), 0, NOTE_bytes, SIZE);
    expect(begin(await nextRun()).held).toBe(0);
    expect(parts()).toEqual([]);
  });

  it("goes on from the beginning that an ordinary part file holds, and the other way round", async () => {
    const sink = open();
    const prefix = sink.begin(FILE);
    await write(prefix, 0, MIB);
    prefix.keep();
    const ranged = begin(sink);
    expect(ranged.ranges).toEqual([{ from: 0, to: MIB }]);
    await write(ranged, 10 * MIB, 11 * MIB);
    ranged.keep();
    const again = sink.begin(FILE);
    expect(again.held).toBe(MIB);
    await write(again, MIB, SIZE);
    await again.commit(null);
    expect(readFileSync(join(folder, "a")).equals(BYTES)).toBe(true);
    expect(sink.close("done")).toBe(false);
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it("that has no beginning is begun anew by who wants all of it in order", async () => {
    const sink = open();
    const ranged = begin(sink);
    await write(ranged, MIB, 2 * MIB);
    ranged.keep();
    expect(sink.begin(FILE).held).toBe(0);
    expect(parts()).toEqual([]);
  });

  it("and was changed by somebody meanwhile is no longer gone on with", async () => {
    const sink = open();
    const incoming = begin(sink);
    await write(incoming, 0, MIB);
    incoming.keep();
    truncateSync(part(), 100);
    expect(begin(sink).held).toBe(0);
    expect(parts()).toEqual([]);
  });

  it("writes in threads on a slow disk, several at once, and drops its file only when they are over", async () => {
    let now = 0;
    const pace = new DiskPace(() => {
      now += 100;
      return now;
    });
    const slow = openFolderSink({ bufferPath: base, owner: "0badcafe", pace });
    const incoming = begin(slow);
    await incoming.write(0, BYTES.subarray(0, 10));
    incoming.separate(MIB);
    const writing = [incoming.write(10, BYTES.subarray(10, MIB)), incoming.write(MIB, BYTES.subarray(MIB, 2 * MIB))];
    await Promise.all(writing);
    expect(incoming.ranges).toEqual([
      { from: 0, to: MIB },
      { from: MIB, to: 2 * MIB },
    ]);
    const late = incoming.write(2 * MIB, BYTES.subarray(2 * MIB, 3 * MIB));
    incoming.abort();
    await expect(late).rejects.toThrow("given up");
    expect(parts()).toEqual([]);
  });
});

describe("a note of ranges", () => {
  it("has room for what fits, and leaves the rest out", () => {
    const many = Array.from({ length: 1_000 }, (_, n) => ({ from: n * 10, to: n * 10 + 5 }));
    const { bytes, offset } = rangeNote(100_000, 3, many);
    expect(bytes.length).toBe(NOTE_bytes / 2);
    expect(offset).toBe(100_000 + NOTE_bytes / 2);
    expect(bytes.toString()).toMatch(/^ranges \d+ \{"number":3,"ranges":\[\[0,5\],\[10,15\].*\]\}\n *$/);
  });

  it("is not read from what somebody else has put there", async () => {
    const sink = open();
    const incoming = begin(sink);
    await write(incoming, 0, MIB);
    incoming.keep();
    sink.close("stopped");
    const name = part();
    mkdirSync(folder, { recursive: true });
    const forged = readFileSync(name);
    forged.write(forged.toString("latin1", SIZE).replace(/\[\[0,1048576\]\]/, "[[0,1048577]]"), SIZE, "latin1");
    writeFileSync(name, forged);
    expect(begin(await nextRun()).held).toBeLessThanOrEqual(MIB);
  });
});
