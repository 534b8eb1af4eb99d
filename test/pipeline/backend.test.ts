import { setTimeout as sleep } from "node:timers/promises";
import { concatMap, map, mergeMap, type OperatorFunction, of, throwError } from "rxjs";
import { describe, expect, it, vi } from "vitest";
import { fromBatches } from "../../src/flow/fromBatches.ts";
import { type BackendRequest, inlineBackend, type Step } from "../../src/pipeline/backend.ts";
import type { AnyRecord, ServerRecord } from "../../src/records/record.ts";
import { PATIENCE } from "../patience.ts";

const SERVER: ServerRecord = {
  ...{ type: "server", run: "r", by: "x", server: "s", config: "/c", host: "h", port: 21, paths: ["/"] },
  ...{ order: 0, buffer_path: "/b" },
};

type Operator = OperatorFunction<AnyRecord, AnyRecord>;

function run(operators: readonly Operator[], emit: BackendRequest["emit"]): Promise<void> {
  const steps = operators.map((operator): Step => ({ stage: "of-a-test", values: {}, operator }));
  const { signal } = new AbortController();
  const told = { note: () => {}, damaged: () => {}, ending: () => {} };
  return inlineBackend.run(SERVER, steps, {
    run: "r",
    by: "b",
    jobs: undefined,
    rate: undefined,
    epoch: 1,
    signal,
    emit,
    ...told,
  });
}

/** Makes a thousand thousand records, and counts how many it has made. */
function endless(made: { count: number }): Operator {
  return mergeMap(() =>
    fromBatches<AnyRecord>(async function* () {
      for (; made.count < 20_000; made.count += 100) yield Array(100).fill({ type: "file" });
    }),
  );
}

describe("the backend in this process", () => {
  it("takes a server through the steps, in order", async () => {
    const emitted: unknown[] = [];
    const twice: Operator = concatMap((record) => [record, { ...record, type: "second" }]);
    const marked: Operator = map((record) => ({ ...record, mark: 1 }));
    await run([twice, marked], (record) => void emitted.push(record));
    expect(emitted).toEqual([
      { ...SERVER, mark: 1 },
      { ...SERVER, type: "second", mark: 1 },
    ]);
  });

  it("gives one record at a time, and is over when the last one is taken", async () => {
    let busy = 0;
    const emitted: unknown[] = [];
    const five: Operator = concatMap(() => of(...[1, 2, 3, 4, 5].map((n) => ({ type: "n", n }))));
    await run([five], async (record) => {
      expect(++busy).toBe(1);
      await sleep(1);
      busy--;
      emitted.push(record["n"]);
    });
    expect(emitted).toEqual([1, 2, 3, 4, 5]);
  });

  it("goes on with all that has gathered when a long wait is over", async () => {
    let goOn = () => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const made = { count: 0 };
    let taken = 0;
    const running = run([endless(made)], () => (taken++ === 0 ? wait : undefined));
    // As many as may wait.
    await vi.waitFor(() => expect(made.count).toBe(1_000), PATIENCE);
    goOn();
    await running;
    expect(taken).toBe(20_000);
  });

  it("lets the source wait while records are not taken", async () => {
    const made = { count: 0 };
    let ahead = 0;
    let taken = 0;
    await run([endless(made)], async () => {
      ahead = Math.max(ahead, made.count - taken++);
      await Promise.resolve();
    });
    expect(taken).toBe(20_000);
    expect(ahead).toBeLessThan(2_000);
  });

  it("rejects when a step or the one who takes records has a bug", async () => {
    await expect(run([() => throwError(() => new Error("a bug"))], () => {})).rejects.toThrow("a bug");
    await expect(run([], () => Promise.reject(new Error("another")))).rejects.toThrow("another");
    const thrower = () => {
      throw new Error("a third");
    };
    await expect(run([], thrower)).rejects.toThrow("a third");
  });
});
