import { describe, expect, it } from "vitest";
import { Fifo } from "../../src/flow/fifo.ts";
import { OrderedQueue } from "../../src/flow/orderedQueue.ts";

/** A queue of letters that notes what it does. `onBegin` is what happens while an item is begun. */
function queueOf(window: number, onBegin: (place: number, item: string) => void = () => {}) {
  const begun: string[] = [];
  const out: string[] = [];
  const waiting = new Fifo<string>();
  const queue: OrderedQueue<string, string> = new OrderedQueue({
    window,
    waiting,
    begin({ item, place }) {
      begun.push(item);
      onBegin(place, item);
    },
    handOut: (result) => out.push(result),
    over: () => out.push("over"),
  });
  return { queue, begun, out, waiting };
}

describe("an ordered queue", () => {
  it("hands results out in the order of the items, whichever are over first", () => {
    const { queue, out } = queueOf(10);
    for (const item of ["a", "b", "c"]) queue.push(item);
    queue.done(2, ["C"]);
    queue.done(1, ["B"]);
    expect(out).toEqual([]);
    queue.done(0, ["A"]);
    expect(out).toEqual(["A", "B", "C"]);
  });

  it("takes items with no result and with several", () => {
    const { queue, out } = queueOf(10);
    for (const item of ["a", "b", "c"]) queue.push(item);
    queue.done(1, []);
    queue.done(2, ["C1", "C2"]);
    queue.done(0, ["A"]);
    queue.end();
    expect(out).toEqual(["A", "C1", "C2", "over"]);
  });

  it("begins no more than its window from the oldest on that is not over", () => {
    const { queue, begun, waiting } = queueOf(2);
    for (const item of ["a", "b", "c", "d"]) queue.push(item);
    expect(begun).toEqual(["a", "b"]);
    queue.done(1, ["B"]);
    expect(begun).toEqual(["a", "b"]);
    expect(waiting.length).toBe(2);
    queue.done(0, ["A"]);
    expect(begun).toEqual(["a", "b", "c", "d"]);
  });

  it("is over once: when its input has ended and the last result is out", () => {
    const { queue, out } = queueOf(1);
    queue.push("a");
    queue.push("b");
    queue.end();
    queue.done(0, ["A"]);
    expect(out).toEqual(["A"]);
    queue.done(1, ["B"]);
    expect(out).toEqual(["A", "B", "over"]);
  });

  it("does not nest: 100,000 that are over at once come out in order", () => {
    const { queue, out } = queueOf(3, (place) => queue.done(place, [String(place)]));
    for (let n = 0; n < 100_000; n++) queue.push("x");
    queue.end();
    expect(out).toHaveLength(100_001);
    expect(out.slice(0, 3)).toEqual(["0", "1", "2"]);
    expect(out.slice(-2)).toEqual(["99999", "over"]);
  });

  it("does not nest: 100,000 that wait behind one run without a deep stack", () => {
    const { queue, out } = queueOf(1, (place) => {
      if (place > 0) queue.done(place, [String(place)]);
    });
    for (let n = 0; n < 100_000; n++) queue.push("x");
    queue.done(0, ["0"]);
    expect(out).toHaveLength(100_000);
    expect(out.slice(-2)).toEqual(["99998", "99999"]);
  });

  it("begins nothing and hands out nothing once it is closed, and is never over then", () => {
    const { queue, begun, out } = queueOf(1);
    queue.push("a");
    queue.push("b");
    queue.close();
    queue.done(0, ["A"]);
    queue.end();
    expect([begun, out]).toEqual([["a"], []]);
  });

  it("hands out nothing more when it is closed while it hands out", () => {
    const out: string[] = [];
    const queue: OrderedQueue<string, string> = new OrderedQueue({
      window: 10,
      waiting: new Fifo(),
      begin: () => {},
      handOut(result) {
        out.push(result);
        queue.close();
      },
      over: () => out.push("over"),
    });
    for (const item of ["a", "b"]) queue.push(item);
    queue.done(1, ["B"]);
    queue.done(0, ["A"]);
    expect(out).toEqual(["A"]);
  });
});
