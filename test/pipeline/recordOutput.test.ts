import { describe, expect, it } from "vitest";
import { Gate } from "../../src/flow/gate.ts";
import { RecordOutput } from "../../src/pipeline/recordOutput.ts";
import { HeldSink } from "./byteStreams.ts";

/** Enough for a batch of its own. */
const BIG = { type: "big", text: "x".repeat(100_000) };

function output() {
  const sink = new HeldSink();
  const gate = new Gate(10);
  const records = new RecordOutput(sink);
  records.gate = gate;
  return { sink, gate, records };
}

describe("the output of records", () => {
  it("writes the last newline at an orderly end only", async () => {
    const { sink, records } = output();
    records.record({ type: "a" });
    records.record(BIG);
    expect(sink.text.startsWith('{"type":"a"}\n{"type":"big"')).toBe(true);
    expect(sink.text.endsWith("}")).toBe(true);
    await records.end();
    expect(sink.text.endsWith("}\n")).toBe(true);
  });

  it("writes nothing for nothing", async () => {
    const { sink, records } = output();
    await records.end();
    expect(sink.text).toBe("");
  });

  it("says before bytes go out that they will", () => {
    const { sink, records } = output();
    const order: string[] = [];
    records.beforeWrite = () => order.push("before");
    sink.onWrite = () => order.push("write");
    records.record(BIG);
    expect(order).toEqual(["before", "write"]);
  });

  it("holds the sources up until its reader has read", () => {
    const { sink, gate, records } = output();
    sink.takes = false;
    expect(gate.ready()).toBeUndefined();
    records.record(BIG);
    records.record(BIG);
    expect(gate.ready()).toBeInstanceOf(Promise);
    sink.drain();
    expect(gate.ready()).toBeUndefined();
  });

  it("lets all go and takes nothing more when its reader has left", async () => {
    const { sink, gate, records } = output();
    sink.takes = false;
    records.record(BIG);
    const waiting = gate.ready();
    const before = sink.text;
    sink.fail("EPIPE");
    await waiting;
    expect(records.closed.reason).toMatchObject({ code: "EPIPE" });
    records.record(BIG);
    await records.end();
    expect(sink.text).toBe(before);
  });

  it("ends when its reader leaves while it ends", async () => {
    const { sink, records } = output();
    records.record({ type: "a" });
    sink.write = () => false;
    const ended = records.end();
    sink.fail("EPIPE");
    await ended;
    expect(records.closed.aborted).toBe(true);
  });
});
