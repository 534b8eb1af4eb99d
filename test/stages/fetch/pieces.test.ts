import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { JOINT_bytes, type Piece } from "../../../src/stages/fetch/piece.ts";
import { Pieces } from "../../../src/stages/fetch/pieces.ts";

const LEAST = 2 * JOINT_bytes;
const SIZE = 100 * LEAST;
const NONE = new Map<number, Uint8Array>();

const ALL = Uint8Array.from({ length: SIZE }, (_, offset) => (offset * 7919) % 251);
const bytesAt = (from: number, length: number) => ALL.subarray(from, from + length);

function whole(): Pieces {
  return new Pieces({ size: SIZE, held: [], heads: NONE, least_bytes: LEAST });
}

function next(pieces: Pieces, sharers: number): Piece {
  const piece = pieces.next(sharers);
  if (piece === undefined) throw new Error("nothing to do");
  return piece;
}

describe("the pieces of a file", () => {
  it("are parts of the same length when those who share it come one by one", () => {
    const pieces = whole();
    const all = [1, 4, 3, 2].map((sharers) => next(pieces, sharers));
    expect(all.map(({ from, left }) => [from / LEAST, left / LEAST])).toEqual([
      [0, 25],
      [25, 25],
      [50, 25],
      [75, 25],
    ]);
  });

  it("count from their first bytes on: until then the one before goes on, and past them if it is there first", () => {
    const pieces = whole();
    const first = next(pieces, 1);
    const second = next(pieces, 2);
    expect(first.until).toBe(SIZE);
    expect(first.take(60 * LEAST)).toBe(60 * LEAST);
    expect(second.state).toBe("given up");
    expect(second.until).toBe(0);
    expect(first.left).toBe(40 * LEAST);
  });

  it("end behind the beginning of the next one, which must be the same", () => {
    for (const fits of [true, false]) {
      const pieces = whole();
      const first = next(pieces, 1);
      const second = next(pieces, 2);
      second.prove(bytesAt(second.from, JOINT_bytes));
      expect(first.until).toBe(50 * LEAST + JOINT_bytes);
      expect(first.take(60 * LEAST)).toBe(50 * LEAST);
      expect(first.compare(bytesAt(second.from, JOINT_bytes - 1))).toBe(true);
      expect(first.state).toBe("under way");
      expect(first.compare(bytesAt(second.from + JOINT_bytes - 1 + (fits ? 0 : 1), 100))).toBe(fits);
      expect(first.state).toBe(fits ? "done" : "under way");
    }
  });

  it("that nobody fetches any more are fetched by the one before, if nothing of them is here, or by another", () => {
    const pieces = whole();
    const first = next(pieces, 1);
    const second = next(pieces, 2);
    second.leave();
    expect(first.left).toBe(SIZE);
    const third = next(pieces, 2);
    third.prove(bytesAt(third.from, JOINT_bytes));
    third.take(10 * LEAST);
    third.leave();
    const fourth = next(pieces, 2);
    expect([fourth.from, fourth.before]).toEqual([60 * LEAST, 10 * LEAST]);
  });

  it("get no smaller than it is worth", () => {
    const pieces = whole();
    let count = 0;
    while (pieces.next(2) !== undefined) count++;
    expect(count).toBeGreaterThanOrEqual(50);
    expect(count).toBeLessThanOrEqual(100);
    expect(pieces.canBeShared).toBe(false);
  });

  it("are what is missing of a file, also a joint that nobody has looked at", () => {
    const held = [
      { from: 0, to: 100 },
      { from: 100, to: 5_000 },
      { from: 50_000, to: SIZE },
    ];
    const heads = new Map(held.slice(1).map(({ from }) => [from, bytesAt(from, JOINT_bytes)]));
    const pieces = new Pieces({ size: SIZE, held, heads, least_bytes: LEAST });
    const gap = next(pieces, 1);
    expect([gap.from, gap.left, gap.before]).toEqual([5_000, 45_000, 4_900]);
    const joint = next(pieces, 1);
    expect([joint.from, joint.left, joint.until]).toEqual([100, 0, 100 + JOINT_bytes]);
    joint.take(0);
    joint.compare(bytesAt(100, JOINT_bytes));
    expect(joint.state).toBe("done");
    expect(pieces.areDone).toBe(false);
    gap.take(45_000);
    gap.compare(bytesAt(50_000, JOINT_bytes));
    expect(pieces.areDone).toBe(true);
  });

  it("bring each byte once, whoever comes, goes and is faster", () => {
    const step = fc.record({
      who: fc.nat(5),
      does: fc.constantFrom("join", "read", "read", "leave"),
      much: fc.nat(40_000),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 100 }), (steps) => {
        const pieces = whole();
        const written = new Uint8Array(SIZE);
        const at = new Map<Piece, number>();
        const read = (piece: Piece, much: number) => {
          if (piece.state !== "under way") return void at.delete(piece);
          const offset = at.get(piece) ?? piece.from;
          const length = Math.min(much, piece.until - offset);
          if (piece.unproven_bytes > 0) {
            if (length < piece.unproven_bytes) return;
            piece.prove(bytesAt(piece.from, piece.unproven_bytes));
          }
          const taken = piece.take(length);
          for (let n = offset; n < offset + taken; n++) written[n] = (written[n] ?? 0) + 1;
          if (taken < length) expect(piece.compare(bytesAt(offset + taken, length - taken))).toBe(true);
          at.set(piece, offset + length);
        };
        const join = () => {
          const piece = pieces.next(2);
          if (piece !== undefined) at.set(piece, piece.from);
        };
        join();
        for (const { who, does, much } of steps) {
          const piece = [...at.keys()][who % Math.max(1, at.size)];
          if (does === "join" || piece === undefined) join();
          else if (does === "read") read(piece, much);
          else {
            piece.leave();
            at.delete(piece);
          }
        }
        while (!pieces.areDone) {
          if (at.size === 0) join();
          for (const piece of at.keys()) read(piece, 1_000_000);
        }
        expect(written.every((times) => times === 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
