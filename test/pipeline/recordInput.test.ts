import { PassThrough } from "node:stream";
import { lastValueFrom, take, tap, toArray } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { Gate, gated } from "../../src/flow/gate.ts";
import { recordInput } from "../../src/pipeline/recordInput.ts";
import { DamageNotes } from "../../src/records/damageNotes.ts";
import { PATIENCE } from "../patience.ts";
import { linesOf, streamOf } from "./byteStreams.ts";

const ONE = { type: "one" };
const TWO = { type: "two" };

async function read(stream: PassThrough) {
  const damaged: string[] = [];
  const input = recordInput(stream, new DamageNotes("the input", (message) => damaged.push(message)));
  const records = await lastValueFrom(input.records.pipe(toArray()));
  return { records, damaged, facts: input.facts() };
}

describe("the input of records", () => {
  it("gives all records, and knows that it is whole", async () => {
    const text = linesOf(ONE, TWO);
    const { records, facts } = await read(streamOf(text));
    expect(records).toEqual([ONE, TWO]);
    expect(facts).toEqual({ bytes: text.length, unterminated: false, damaged: 0 });
  });

  it("knows that not a byte came", async () => {
    expect((await read(streamOf(""))).facts).toEqual({ bytes: 0, unterminated: false, damaged: 0 });
  });

  it("tells of a damaged line by its number, and goes on", async () => {
    const { records, damaged, facts } = await read(streamOf(`${linesOf(ONE)}what?\n${linesOf(TWO)}`));
    expect(records).toEqual([ONE, TWO]);
    expect(damaged).toEqual(["line 2 of the input is damaged: not JSON"]);
    expect(facts.damaged).toBe(1);
  });

  it("knows a cut by the missing newline", async () => {
    const { records, facts } = await read(streamOf(linesOf(ONE, TWO).slice(0, -1)));
    expect(records).toEqual([ONE, TWO]);
    expect(facts.unterminated).toBe(true);
  });

  it("knows a read that failed for a cut, even between two lines", async () => {
    const stream = new PassThrough();
    stream.write(linesOf(ONE));
    setImmediate(() => stream.destroy(new Error("EIO")));
    expect((await read(stream)).facts.unterminated).toBe(true);
  });

  it("takes a record whose newline does not come for a while", async () => {
    const stream = new PassThrough();
    const seen = vi.fn();
    const { records, facts } = recordInput(stream, new DamageNotes("the input", () => {}));
    records.subscribe(seen);
    stream.write(JSON.stringify(ONE));
    await vi.waitUntil(() => seen.mock.calls.length === 1, PATIENCE);
    stream.end("\n");
    await vi.waitUntil(() => !Number.isNaN(facts().bytes), PATIENCE);
    expect(seen.mock.calls).toEqual([[ONE]]);
    expect(facts()).toMatchObject({ unterminated: false, damaged: 0 });
  });

  it("does not know how an input ended that nobody reads to its end", async () => {
    const stream = streamOf(linesOf(ONE, TWO));
    const { records, facts } = recordInput(stream, new DamageNotes("the input", () => {}));
    expect(facts().bytes).toBeNaN();
    expect(await lastValueFrom(records.pipe(take(1), toArray()))).toEqual([ONE]);
    expect(facts().bytes).toBeNaN();
    expect(stream.destroyed).toBe(true);
  });

  it("stops reading while the gate is closed", async () => {
    const stream = new PassThrough();
    const gate = new Gate(2);
    const seen: unknown[] = [];
    const { records } = recordInput(stream, new DamageNotes("the input", () => {}));
    const parked = records.pipe(
      tap((record) => {
        gate.park();
        seen.push(record);
      }),
      gated(gate),
    );
    const over = lastValueFrom(parked);
    stream.write(linesOf(ONE, ONE));
    await vi.waitUntil(() => seen.length === 2, PATIENCE);
    stream.end(linesOf(TWO));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).toHaveLength(2);
    gate.unpark(2);
    await over;
    expect(seen).toEqual([ONE, ONE, TWO]);
  });
});
