import fc from "fast-check";
import { expect, it } from "vitest";
import { Gathered } from "../../src/ftp/gathered.ts";

it("hands on what came in one piece, in order, and changes nothing that is in use", () => {
  const step = fc.oneof(
    { weight: 6, arbitrary: fc.record({ put: fc.integer({ min: 1, max: 16_384 }) }) },
    { weight: 1, arbitrary: fc.constantFrom("hand on" as const, "free" as const) },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 200 }), (steps) => {
      const run = new Run();
      for (const step of steps) run.take(step);
      run.finish();
    }),
    { numRuns: 50 },
  );
});

it("has little room until a piece fills it, and 256 KiB then", () => {
  const gathered = new Gathered();
  gathered.begin();
  expect(gathered.room.length).toBe(16_384);
  gathered.took(16_384);
  expect(gathered.full).toBe(true);
  gathered.handOn();
  gathered.free();
  expect(gathered.room.length).toBe(262_144);
  const { buffer } = gathered.room;
  gathered.took(262_144);
  gathered.handOn();
  gathered.free();
  expect(gathered.room.buffer).toBe(buffer);
});

it("forgets what waits when another connection begins, and goes on behind what is in use", () => {
  const gathered = new Gathered();
  gathered.begin();
  gathered.room.set([1, 2]);
  gathered.took(2);
  const inUse = gathered.handOn();
  gathered.room.set([3]);
  gathered.took(1);
  gathered.begin();
  expect(gathered.waits).toBe(false);
  gathered.room.set([4]);
  gathered.took(1);
  expect([...inUse]).toEqual([1, 2]);
  gathered.free();
  expect([...gathered.handOn()]).toEqual([4]);
});

/** Puts numbers in, as a socket does: where it was told before the last piece was taken. */
class Run {
  readonly #gathered = new Gathered();
  #next = 0;
  #handedOn = 0;
  #room: Uint8Array;
  #inUse: { readonly bytes: Uint8Array; readonly was: Buffer } | undefined;

  constructor() {
    this.#gathered.begin();
    this.#room = this.#gathered.room;
  }

  take(step: { put: number } | "hand on" | "free"): void {
    if (step === "free") this.#free();
    else if (step === "hand on") this.#handOn();
    else this.#put(step.put);
  }

  finish(): void {
    this.#free();
    this.#handOn();
    this.#free();
    expect(this.#handedOn).toBe(this.#next);
  }

  #put(length: number): void {
    const fits = Math.min(length, this.#room.length);
    for (let at = 0; at < fits; at++) this.#room[at] = this.#next++ % 251;
    this.#gathered.took(fits);
    if (this.#gathered.full) this.#handOn();
    this.#room = this.#gathered.room;
    expect(this.#room.length).toBeGreaterThan(0);
  }

  #handOn(): void {
    if (this.#inUse !== undefined || !this.#gathered.waits) return;
    const bytes = this.#gathered.handOn();
    const expected = Buffer.from(Array.from(bytes, (_, at) => (this.#handedOn + at) % 251));
    expect(Buffer.compare(bytes, expected)).toBe(0);
    this.#handedOn += bytes.length;
    this.#inUse = { bytes, was: expected };
  }

  #free(): void {
    if (this.#inUse === undefined) return;
    expect(Buffer.compare(this.#inUse.bytes, this.#inUse.was)).toBe(0);
    this.#inUse = undefined;
    this.#gathered.free();
  }
}

it("hands on less at once where less is wanted", () => {
  const gathered = new Gathered(4_096);
  gathered.begin();
  for (let piece = 0; piece < 3; piece++) {
    expect(gathered.room.length).toBe(4_096);
    gathered.took(4_096);
    expect(gathered.full).toBe(true);
    expect(gathered.handOn().length).toBe(4_096);
    gathered.free();
  }
});
