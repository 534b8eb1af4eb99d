import { describe, expect, it, vi } from "vitest";
import type { Session } from "../../../src/ftp/session.ts";
import { Fault } from "../../../src/records/fault.ts";
import { JOINT_bytes, type Piece } from "../../../src/stages/fetch/piece.ts";
import type { StreamWatch } from "../../../src/stages/fetch/pieceStream.ts";
import { Pieces } from "../../../src/stages/fetch/pieces.ts";
import { Streams } from "../../../src/stages/fetch/streams.ts";
import { Arriving, SIZE, sending } from "./pieceInput.ts";

const MORE: StreamWatch = { cameSoFar: () => "more" };

function streamsOf({ file }: Arriving, whenOther = () => {}): Streams {
  return new Streams(file, new Pieces({ size: SIZE, held: [], heads: new Map(), least_bytes: JOINT_bytes }), whenOther);
}

function next(streams: Streams, sharers: number): Piece {
  const piece = streams.next(sharers);
  if (piece === undefined) throw new Error("nothing to do");
  return piece;
}

describe("the streams of a file", () => {
  it("are counted while they are under way, and those that brought something at once are remembered", async () => {
    using here = new Arriving();
    const streams = streamsOf(here);
    const [first, second] = [next(streams, 1), next(streams, 2)];
    let goOn = () => {};
    const waits = new Promise<void>((resolve) => (goOn = resolve));
    const session: Pick<Session, "retrieve"> = {
      async retrieve(asked) {
        const retrieved = await sending().retrieve(asked);
        await waits;
        return retrieved;
      },
    };
    const fetching = [streams.fetch(session, first, MORE), streams.fetch(session, second, MORE)];
    await vi.waitFor(() => expect(streams.segments).toBe(2));
    expect(streams.count).toBe(2);
    goOn();
    await Promise.all(fetching);
    expect([streams.count, streams.segments, streams.size, streams.isOver]).toEqual([0, 2, SIZE, true]);
  });

  it("tell who waits that one has ended, which leaves its piece to others", async () => {
    using here = new Arriving();
    const streams = streamsOf(here);
    const gone = new Fault("cut_off", "the line broke");
    const session: Pick<Session, "retrieve"> = { retrieve: () => Promise.reject(gone) };
    const changed = streams.changed();
    await expect(streams.fetch(session, next(streams, 1), MORE)).rejects.toBe(gone);
    await changed;
    expect(streams.isOver).toBe(false);
    expect(next(streams, 1).left).toBe(SIZE);
  });

  it("find out that the file is another one, of another size", async () => {
    using here = new Arriving();
    const whenOther = vi.fn();
    const streams = streamsOf(here, whenOther);
    const shorter: Pick<Session, "retrieve"> = {
      async retrieve({ from, chunk }) {
        await chunk(from, new Uint8Array(100));
        return { size: 100, from };
      },
    };
    await streams.fetch(shorter, next(streams, 1), MORE);
    expect(streams.size).toBe(100);
    expect(whenOther).toHaveBeenCalledTimes(1);
  });

  it("are over when that is wanted, or nothing is left to do", () => {
    using here = new Arriving();
    const streams = streamsOf(here);
    expect([streams.isEnding, streams.isOver, streams.canBeShared]).toEqual([false, false, true]);
    streams.end();
    expect([streams.isEnding, streams.isOver]).toEqual([true, true]);
  });
});
