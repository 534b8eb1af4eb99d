import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { Gate } from "../../src/flow/gate.ts";
import { BLOCK_BYTES } from "../../src/flow/spillFile.ts";
import { type Line, type Spill, WaitingRoom } from "../../src/flow/waitingRoom.ts";
import { settled } from "./eventLoop.ts";
import { openIn } from "./openIn.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-waitingroom-"));
const notAFolder = join(folder, "file");
writeFileSync(notAFolder, "");
afterAll(() => rmSync(folder, { recursive: true }));

const CODEC = { write: (item: string) => item, read: (text: string) => text };
/** The disk is used from 25 items on. */
const HIGH = 100;

function roomWith(spill: Partial<Spill<string>> | undefined, gate = new Gate(HIGH)) {
  const room = new WaitingRoom(gate, spill === undefined ? undefined : { folder, codec: CODEC, ...spill });
  return { gate, room, line: room.line(), [Symbol.dispose]: () => room.close() };
}

function fill(line: Line<string>, count: number, from = 0): void {
  for (let n = from; n < from + count; n++) line.push(text(n));
}

/** As long as a record. */
function text(n: number): string {
  return `${n} ${"x".repeat(200)}`;
}

function empty(line: Line<string>): string[] {
  const all: string[] = [];
  for (let item = line.shift(); item !== undefined; item = line.shift()) all.push(item);
  return all;
}

function texts(count: number): string[] {
  return Array.from({ length: count }, (_, n) => text(n));
}

describe("a waiting room without a disk", () => {
  it("parks all that waits, and nothing that was taken out", () => {
    using here = roomWith(undefined);
    const other = here.room.line();
    fill(here.line, 30);
    fill(other, 40);
    expect([here.gate.parked, here.line.length, other.length]).toEqual([70, 30, 40]);
    expect(empty(here.line)).toEqual(texts(30));
    expect(here.gate.parked).toBe(40);
    expect(empty(other)).toEqual(texts(40));
    expect([here.gate.parked, here.line.shift()]).toEqual([0, undefined]);
  });
});

describe("a waiting room with a disk", () => {
  it("gives back in order what waited, of which a few were parked and the gate never shut", () => {
    using here = roomWith({});
    fill(here.line, 10_000);
    expect(here.line.length).toBe(10_000);
    expect(here.gate.parked).toBeGreaterThan(0);
    expect(here.gate.parked).toBeLessThanOrEqual(HIGH / 4);
    expect(here.gate.ready()).toBeUndefined();
    expect(empty(here.line)).toEqual(texts(10_000));
    expect(here.gate.parked).toBe(0);
  });

  it("leaves room in memory for others than the fullest line", () => {
    using here = roomWith({});
    fill(here.line, 1_000);
    const before = here.gate.parked;
    const other = here.room.line();
    fill(other, 3);
    expect(here.gate.parked).toBe(before + 3);
  });

  it("keeps what is parked below the mark for any number of lines, and each line's order", () => {
    using here = roomWith({});
    const lines = Array.from({ length: 300 }, () => here.room.line());
    for (const line of lines) fill(line, 100);
    expect(here.gate.parked).toBeLessThanOrEqual(HIGH / 4);
    for (const line of lines) expect(empty(line)).toEqual(texts(100));
    expect(here.gate.parked).toBe(0);
  });

  it("does not use it where nobody else is held up", () => {
    using here = roomWith({}, Gate.alone(HIGH));
    fill(here.line, 500);
    expect([here.gate.parked, openIn(folder)]).toEqual([500, []]);
    expect(empty(here.line)).toEqual(texts(500));
  });

  it.each([
    ["of a line", { lineBytes: 4 * BLOCK_BYTES, fileBytes: 100 * BLOCK_BYTES }],
    ["of the file", { lineBytes: 100 * BLOCK_BYTES, fileBytes: 4 * BLOCK_BYTES }],
  ])("parks what is behind the cap %s, so that the gate shuts, and keeps the order when it empties", (_, limits) => {
    using here = roomWith({ limits });
    let count = 0;
    while (here.gate.ready() === undefined && count < 10_000) fill(here.line, 1, count++);
    expect(here.gate.parked).toBe(HIGH);
    // Five blocks of lines, the last of them in memory, and what is parked.
    expect(count).toBeLessThan((5 * BLOCK_BYTES) / 200 + HIGH);
    const out: (string | undefined)[] = [];
    // Some out, more in: what is parked moves up onto the disk.
    for (let turn = 0; turn < 30; turn++) {
      for (let n = 0; n < 20; n++) out.push(here.line.shift());
      fill(here.line, 10, count);
      count += 10;
    }
    expect([...out, ...empty(here.line)]).toEqual(texts(count));
    expect(here.gate.parked).toBe(0);
  });

  it("that takes nothing says so once, and parks what there is no room for elsewhere; nothing is lost", () => {
    const notes: string[] = [];
    using here = roomWith({ folder: notAFolder, note: (message) => notes.push(message) });
    let count = 0;
    while (here.gate.ready() === undefined && count < 10_000) fill(here.line, 1, count++);
    expect(here.gate.parked).toBe(HIGH);
    expect(notes).toEqual([expect.stringMatching(/^can't put records aside in .*EEXIST/)]);
    // Some are parked, one block of lines is being filled.
    expect(count).toBeLessThan(HIGH + BLOCK_BYTES / 200);
    expect(empty(here.line)).toEqual(texts(count));
    expect(here.gate.parked).toBe(0);
    fill(here.line, 1_000);
    expect(notes).toHaveLength(1);
  });

  it("closes its file, and what still waits keeps nobody waiting", async () => {
    const { gate, room, line } = roomWith({ limits: { lineBytes: BLOCK_BYTES, fileBytes: BLOCK_BYTES } });
    fill(line, 1_000);
    let open = gate.ready() === undefined;
    expect(open).toBe(false);
    void gate.ready()?.then(() => {
      open = true;
    });
    expect(openIn(folder)).toHaveLength(1);
    room.close();
    await settled();
    expect([open, gate.parked, openIn(folder)]).toEqual([true, 0, []]);
  });
});
