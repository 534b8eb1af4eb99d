import { closeSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { processState } from "./processState.ts";

describe("the state of a process", () => {
  it("has one descriptor more for each open file, and one socket more for each listener", () => {
    const before = processState(process.pid);
    const files = [1, 2, 3].map(() => openSync("/dev/null", "r"));
    const listener = createServer().listen(0);
    const during = processState(process.pid);
    for (const file of files) closeSync(file);
    listener.close();
    if (before === undefined || during === undefined) throw new Error("this process is there");
    expect(during.descriptors - before.descriptors).toBe(4);
    expect(during.sockets - before.sockets).toBe(1);
  });

  it("remembers the most memory it had, in KiB", () => {
    const state = processState(process.pid);
    expect(state?.rss_KiB).toBeGreaterThan(10_000);
    expect(state?.mostRss_KiB).toBeGreaterThanOrEqual(state?.rss_KiB ?? Number.NaN);
  });

  it("is unknown where there is no such process", () => {
    expect(processState(0)).toBeUndefined();
  });
});
