import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NdjsonWriter } from "../../src/records/ndjsonWriter.ts";

/** For a terminal a control character of C1 is as good as one of C0. */
const ESCAPED = String.raw`{"type":"a","k\u009b":"\u007f\u2028\u202e","n\n":"\u001b"}`;

let writes: string[];
const write = (text: string) => writes.push(text);

beforeEach(() => {
  vi.useFakeTimers();
  writes = [];
});
afterEach(() => vi.useRealTimers());

describe("writing NDJSON", () => {
  it("writes the newline of a record with the next one, and the last at the end", () => {
    const writer = new NdjsonWriter(write);
    writer.record({ type: "a" });
    writer.flush();
    writer.record({ type: "b" });
    writer.flush();
    expect(writes).toEqual(['{"type":"a"}', '\n{"type":"b"}']);
    writer.end();
    expect(writes.join("")).toBe('{"type":"a"}\n{"type":"b"}\n');
  });

  it("writes nothing when there was no record", () => {
    new NdjsonWriter(write).end();
    expect(writes).toEqual([]);
  });

  it("writes the last newline once", () => {
    const writer = new NdjsonWriter(write);
    writer.record({ type: "a" });
    writer.end();
    writer.end();
    expect(writes).toEqual(['{"type":"a"}\n']);
  });

  it("gathers records for a short time only, also the first after a quiet one", () => {
    const writer = new NdjsonWriter(write);
    writer.record({ type: "a" });
    writer.record({ type: "b" });
    vi.advanceTimersByTime(49);
    expect(writes).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(writes).toEqual(['{"type":"a"}\n{"type":"b"}']);
    vi.advanceTimersByTime(10_000);
    writer.record({ type: "c" });
    vi.advanceTimersByTime(50);
    expect(writes).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("writes a batch that is full at once", () => {
    const writer = new NdjsonWriter(write, { maxBatchBytes: 40 });
    for (const type of ["a", "b", "c", "d"]) writer.record({ type });
    // 12 bytes each, and a newline between them: the fourth fills it.
    expect(writes).toEqual(['{"type":"a"}\n{"type":"b"}\n{"type":"c"}\n{"type":"d"}']);
    writer.end();
    expect(writes.join("")).toBe('{"type":"a"}\n{"type":"b"}\n{"type":"c"}\n{"type":"d"}\n');
  });

  it("takes a line as it is spelled already, but what a terminal must not be shown", () => {
    const writer = new NdjsonWriter(write);
    writer.record({ type: "a", n: 1 }, '{"type": "a", "n": 1.0}');
    writer.record({ type: "a", name: "\u009b" }, '{"type":"a","name":"\u009b"}');
    writer.end();
    expect(writes).toEqual(['{"type": "a", "n": 1.0}\n{"type":"a","name":"\\u009b"}\n']);
  });

  it("leaves no timer behind after its end", () => {
    const writer = new NdjsonWriter(write);
    writer.record({ type: "a" });
    writer.end();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    { record: { run: "r", type: "a" }, json: '{"type":"a","run":"r"}' },
    { record: { type: "a", 7: "seven" }, json: '{"type":"a","7":"seven"}' },
    { record: { run: undefined, type: "a", size: undefined }, json: '{"type":"a"}' },
    { record: { type: "a", "k\u009b": "\u007f\u2028\u202e", "n\n": "\u001b" }, json: ESCAPED },
    { record: { type: "a", name: "\ud800" }, json: '{"type":"a","name":"\\ud800"}' },
  ])("puts the type first and leaves out what is undefined: $json", ({ record, json }) => {
    const writer = new NdjsonWriter(write);
    writer.record(record);
    writer.end();
    expect(writes).toEqual([`${json}\n`]);
  });
});
