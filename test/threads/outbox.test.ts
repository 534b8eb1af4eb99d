import { describe, expect, it, vi } from "vitest";
import { Outbox } from "../../src/threads/outbox.ts";
import { PATIENCE } from "../patience.ts";

function opened() {
  const sent: unknown[] = [];
  const outbox = new Outbox({ postMessage: (messages) => void sent.push(structuredClone(messages)) });
  return { sent, outbox };
}

const record = (n: number) => ({ type: "x", n });

describe("what a worker says", () => {
  it("goes in few messages: records wait for others, but not long", async () => {
    const { sent, outbox } = opened();
    for (let n = 0; n < 130; n++) outbox.record(1, record(n));
    expect(sent).toHaveLength(2);
    await vi.waitUntil(() => sent.length === 3, PATIENCE);
    const records = [0, 64, 128].map((from) =>
      Array.from({ length: Math.min(64, 130 - from) }, (_, n) => record(from + n)),
    );
    expect(sent).toEqual(records.map((some) => [{ say: "records", id: 1, records: some }]));
  });

  it("is in order for each server", () => {
    const { sent, outbox } = opened();
    outbox.record(1, record(1));
    outbox.record(2, record(2));
    outbox.record(1, record(3));
    outbox.say({ say: "done", id: 1 });
    outbox.flush();
    expect(sent).toEqual([
      [
        { say: "records", id: 1, records: [record(1), record(3)] },
        { say: "records", id: 2, records: [record(2)] },
        { say: "done", id: 1 },
      ],
    ]);
  });

  it("goes as its text would where it is more than plain data", () => {
    const { sent, outbox } = opened();
    outbox.record(1, { type: "x", f: () => 1, when: new Date(0) });
    outbox.flush();
    expect(sent).toEqual([[{ say: "records", id: 1, records: [{ type: "x", when: "1970-01-01T00:00:00.000Z" }] }]]);
  });
});
