import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { Link, newLinkState, smoothRead } from "../../src/ftp/link.ts";

const SECOND_ns = 1_000_000_000n;
const MB = 1_000_000;

/** Until when a link is booked. */
function booked(state: SharedArrayBuffer): bigint {
  return new BigInt64Array(state)[0] ?? 0n;
}

describe("a link", () => {
  it("is booked for as long as the bytes take at the rate, and 50 ms ahead of it nobody waits", () => {
    const link = new Link();
    expect(link.book(0.05 * MB, MB, SECOND_ns)).toBe(0);
    expect(link.book(0.02 * MB, MB, SECOND_ns)).toBe(20);
    expect(link.book(0.1 * MB, MB, SECOND_ns)).toBe(120);
    // 100 ms later the same bookings are so much nearer
    expect(link.book(0.01 * MB, MB, SECOND_ns + SECOND_ns / 10n)).toBe(30);
    expect(booked(link.state)).toBe(SECOND_ns + (180n * SECOND_ns) / 1000n);
  });

  it("saves up nothing while nobody uses it", () => {
    const link = new Link();
    link.book(MB, MB, SECOND_ns);
    expect(link.book(MB, MB, 3600n * SECOND_ns)).toBe(950);
  });

  it("what is read of files stays within `rate`", () => {
    const link = new Link();
    const sizes = [1, 4_096, 17, 262_144, 65_536, 3];
    let now_ms = 0;
    let bytes = 0;
    for (let read = 0; now_ms < 10_000; read++) {
      const size = sizes[read % sizes.length] ?? 0;
      // The last read may be as large as it is.
      expect(bytes).toBeLessThanOrEqual(Math.ceil((now_ms + 51) * 5_000));
      bytes += size;
      now_ms += Math.max(0, Math.ceil(link.book(size, 5 * MB, BigInt(Math.round(now_ms * 1e6)))));
    }
    // and none of the rate is lost to timers that are late by up to a millisecond
    expect(bytes).toBeGreaterThan(0.999 * 10 * 5 * MB);
  });

  it("is shared evenly by those who read the same at once: each waits behind those who booked before", () => {
    const link = new Link();
    const free_ms = Array.from({ length: 10 }, () => 0);
    const reads = free_ms.map(() => 0);
    for (let turn = 0; turn < 5_000; turn++) {
      const next = free_ms.indexOf(Math.min(...free_ms));
      const now_ms = free_ms[next] ?? 0;
      reads[next] = (reads[next] ?? 0) + 1;
      free_ms[next] = now_ms + Math.max(0, link.book(4_096, MB, BigInt(Math.round(now_ms * 1e6))));
    }
    expect(Math.max(...reads) - Math.min(...reads)).toBeLessThanOrEqual(15);
  });

  it("that threads share takes each booking once", async () => {
    const state = newLinkState();
    const far_ns = 1_000_000n * SECOND_ns;
    const module = JSON.stringify(new URL("../../src/ftp/link.ts", import.meta.url).href);
    const code = `import("node:worker_threads").then(async ({ workerData }) => {
      (await import("tsx/esm/api")).register();
      const { Link } = await import(${module});
      const link = new Link(workerData);
      for (let many = 0; many < 50_000; many++) link.book(1, 1e9, ${far_ns}n);
    })`;
    const workers = [1, 2].map(() => new Worker(code, { eval: true, workerData: state }));
    await Promise.all(workers.map((worker) => once(worker, "exit")));
    expect(booked(state) - far_ns).toBe(100_000n);
  });
});

describe("a read", () => {
  it.each([
    [[], Number.POSITIVE_INFINITY],
    [[0, 0], Number.POSITIVE_INFINITY],
    [[20 * MB], 200_000],
    [[0, 20 * MB], 200_000],
    [[20 * MB, 5 * MB], 50_000],
    [[50_000], 4_096],
    [[1], 4_096],
  ])("with the rates %j is of %d bytes at most", (rates, bytes) => {
    expect(smoothRead(...rates)).toBe(bytes);
  });
});
