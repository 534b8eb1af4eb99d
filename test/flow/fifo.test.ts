import { describe, expect, it } from "vitest";
import { Fifo } from "../../src/flow/fifo.ts";

describe("a fifo", () => {
  it("gives back in order what came in, while more comes", () => {
    const fifo = new Fifo<number>();
    const out: (number | undefined)[] = [];
    for (let n = 0; n < 10_000; n++) {
      fifo.push(n);
      if (n % 3 > 0) out.push(fifo.shift());
    }
    expect(fifo.length).toBe(10_000 - out.length);
    expect(fifo.first).toBe(out.length);
    while (fifo.length > 0) out.push(fifo.shift());
    expect(out).toEqual(Array.from({ length: 10_000 }, (_, n) => n));
  });

  it("has nothing when it is empty, however often it is asked", () => {
    const fifo = new Fifo<string>();
    expect([fifo.shift(), fifo.first, fifo.length]).toEqual([undefined, undefined, 0]);
    fifo.push("a");
    expect([fifo.first, fifo.shift(), fifo.shift(), fifo.length]).toEqual(["a", "a", undefined, 0]);
    fifo.push("b");
    expect(fifo.shift()).toBe("b");
  });

  it("lets go of what was taken", async () => {
    const fifo = new Fifo<object>();
    let taken = 0;
    const gone = new FinalizationRegistry(() => taken++);
    for (let n = 0; n < 2_000; n++) {
      const item = { n };
      gone.register(item, n);
      fifo.push(item);
    }
    for (let n = 0; n < 1_500; n++) fifo.shift();
    expect(fifo.length).toBe(500);
  });
});
