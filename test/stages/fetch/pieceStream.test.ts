import { describe, expect, it, vi } from "vitest";
import type { Session } from "../../../src/ftp/session.ts";
import { Fault } from "../../../src/records/fault.ts";
import { JOINT_bytes } from "../../../src/stages/fetch/piece.ts";
import { type StreamWatch, streamPiece } from "../../../src/stages/fetch/pieceStream.ts";
import { Pieces } from "../../../src/stages/fetch/pieces.ts";
import { Arriving, BYTES, SIZE, sending } from "./pieceInput.ts";

const WATCH: StreamWatch = { cameSoFar: () => "more" };

describe("a piece of a file", () => {
  it("is joined to the next one also where its transfer fails after its last byte", async () => {
    using here = new Arriving();
    const pieces = new Pieces({ size: SIZE, held: [], heads: new Map(), least_bytes: JOINT_bytes });
    const first = pieces.next(1);
    const second = pieces.next(2);
    if (first === undefined || second === undefined) throw new Error("no pieces");
    await streamPiece(sending(), second, here.file, WATCH);
    const late = new Fault("timeout", "no last word");
    await expect(streamPiece(sending(late), first, here.file, WATCH)).rejects.toBe(late);
    expect(pieces.areDone).toBe(true);
    expect(here.incoming.ranges).toEqual([{ from: 0, to: SIZE }]);
  });

  it("keeps no more of what came than is held against another one", async () => {
    using here = new Arriving();
    const pieces = new Pieces({ size: SIZE, held: [], heads: new Map(), least_bytes: JOINT_bytes });
    pieces.next(1);
    const second = pieces.next(2);
    if (second === undefined) throw new Error("no piece");
    const prove = vi.spyOn(second, "prove");
    await streamPiece(sending(), second, here.file, WATCH);
    expect(prove.mock.calls.map(([head]) => head.buffer.byteLength)).toEqual([JOINT_bytes]);
  });

  it.each([
    ["with its last bytes", [Buffer.concat([BYTES, Buffer.from("x")])], []],
    ["behind them", [BYTES, Buffer.from("x")], [{ from: 0, to: SIZE }]],
  ])("says that the file is a larger one where more comes %s", async (_, chunks, kept) => {
    using here = new Arriving();
    const pieces = new Pieces({ size: SIZE, held: [], heads: new Map(), least_bytes: JOINT_bytes });
    const piece = pieces.next(1);
    if (piece === undefined) throw new Error("no piece");
    const session: Pick<Session, "retrieve"> = {
      async retrieve({ from, chunk }) {
        let size = from;
        for (const bytes of chunks) {
          await chunk(size, bytes);
          size += bytes.length;
        }
        return { size, from };
      },
    };
    expect(await streamPiece(session, piece, here.file, WATCH)).toBe(SIZE + 1);
    // What nobody would hold against another stream any more.
    expect(here.incoming.ranges).toEqual(kept);
  });

  it("is not here where more came with its last bytes, also when the transfer fails then", async () => {
    using here = new Arriving();
    const pieces = new Pieces({ size: SIZE, held: [], heads: new Map(), least_bytes: JOINT_bytes });
    const piece = pieces.next(1);
    if (piece === undefined) throw new Error("no piece");
    const broken = new Fault("cut_off", "the line broke");
    const session: Pick<Session, "retrieve"> = {
      async retrieve({ from, chunk }) {
        await chunk(from, Buffer.concat([BYTES, Buffer.from("x")]));
        throw broken;
      },
    };
    await expect(streamPiece(session, piece, here.file, WATCH)).rejects.toBe(broken);
    expect({ areDone: pieces.areDone, ranges: here.incoming.ranges }).toEqual({ areDone: false, ranges: [] });
  });
});
