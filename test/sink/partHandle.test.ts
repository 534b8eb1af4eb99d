import { fstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DiskPace } from "../../src/sink/diskPace.ts";
import { writeAll } from "../../src/sink/fileWriting.ts";
import { PartHandle } from "../../src/sink/partHandle.ts";
import type { KeptPart } from "../../src/sink/partRequest.ts";
import { RealFolders } from "../../src/sink/realFolders.ts";
import type { Arriving } from "../../src/sink/sink.ts";

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fh-handle-"));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const PACE = new DiskPace(() => 0);
const OF = {} as Arriving;
const done = vi.fn<(of: Arriving, kept: KeptPart | undefined) => void>();
const names = () => readdirSync(base).toSorted();

function handle({ kept, whenMade }: { kept?: KeptPart; whenMade?: (fd: number) => void } = {}): PartHandle {
  const place = { folders: new RealFolders(base, "utf8"), folder: base, target: join(base, "a"), local: "here/a" };
  const name = (copy: number) => `part${copy}`;
  done.mockReset();
  return new PartHandle(OF, place, { name, mayKeep: true, kept, done }, { pace: PACE, durable: undefined }, whenMade);
}

function write(part: PartHandle, text: string): void {
  part.now(() => writeAll(part.open(), Buffer.from(text), 0));
}

/** A thread that is at the file until it is told to be over. */
function thread(part: PartHandle): { end: () => void; over: Promise<void> } {
  let end = () => {};
  const over = part.inThread(() => {
    part.open();
    return new Promise<void>((resolve) => (end = resolve));
  });
  return { end, over };
}

const isOpen = (fd: number, ino: number) => {
  try {
    return fstatSync(fd).ino === ino;
  } catch {
    return false;
  }
};

describe("the descriptor of a part file", () => {
  it("is opened when it is first needed, once", () => {
    const part = handle();
    expect(names()).toEqual([]);
    const fd = part.open();
    expect(part.open()).toBe(fd);
    expect(names()).toEqual(["part0"]);
    part.abort();
  });

  it("is given what a part file begins with when that is made, not when it was there before", () => {
    const whenMade = vi.fn((fd: number) => writeAll(fd, Buffer.from("note"), 0));
    const made = handle({ whenMade });
    expect(readFileSync(made.open(), "utf8")).toBe("note");
    made.keep(4);
    const again = handle({ whenMade, kept: { path: join(base, "part0"), bytes: 4 } });
    again.open();
    expect(whenMade).toHaveBeenCalledTimes(1);
    again.abort();
  });

  it("stays open while a thread is at it, and is closed when the last one is over", async () => {
    const part = handle();
    const threads = [thread(part), thread(part)];
    const fd = part.open();
    const { ino } = fstatSync(fd);
    part.abort();
    expect(names()).toEqual([]);
    for (const { end, over } of threads) {
      expect(isOpen(fd, ino)).toBe(true);
      end();
      await over;
    }
    expect(isOpen(fd, ino)).toBe(false);
  });
});

describe("a part file", () => {
  it("gets its file's name and time by `commit`, on a fast disk at once", () => {
    const part = handle();
    write(part, "all");
    expect(part.commit(1_600_000_000_000)).toBeUndefined();
    expect(names()).toEqual(["a"]);
    expect(statSync(join(base, "a")).mtimeMs).toBe(1_600_000_000_000);
    expect(done.mock.calls).toEqual([[OF, undefined]]);
  });

  it("is left by `keep`, with its length, for another try that finds it as it was", () => {
    const part = handle();
    expect(part.canStay).toBe(false);
    write(part, "some");
    expect(part.canStay).toBe(true);
    part.keep(4);
    const kept = { path: join(base, "part0"), bytes: 4 };
    expect(done.mock.calls).toEqual([[OF, kept]]);
    const again = handle({ kept });
    expect(readFileSync(again.open(), "utf8")).toBe("some");
    again.keep(4);
    writeFileSync(kept.path, "others");
    expect(() => handle({ kept }).open()).toThrow("changed or taken away by somebody");
  });

  it("can't stay while a thread is at it, nor beside another one of the same name", async () => {
    const first = handle();
    first.open();
    const second = handle();
    second.open();
    expect(names()).toEqual(["part0", "part1"]);
    expect(second.canStay).toBe(false);
    second.abort();
    const { end, over } = thread(first);
    expect([first.isBusy, first.canStay]).toEqual([true, false]);
    end();
    await over;
    expect([first.isBusy, first.canStay]).toEqual([false, true]);
    first.abort();
  });

  it("is ended once, and nothing is done with it after that", () => {
    const part = handle();
    write(part, "all");
    part.abort();
    part.abort();
    part.keep(3);
    expect(done).toHaveBeenCalledTimes(1);
    expect(names()).toEqual([]);
    expect(() => part.mustBeWanted()).toThrow("here/a: it was given up");
  });

  it("is in the words of a `Fault` whatever goes wrong with it", async () => {
    const part = handle();
    const fails = (): never => {
      throw Object.assign(new Error("no"), { code: "ENOSPC" });
    };
    expect(() => part.now(fails)).toThrow("no space left");
    await expect(part.inThread(async () => fails())).rejects.toThrow("no space left");
    write(part, "abc");
    await expect(part.read(1, 3)).rejects.toThrow("gives back less than was written");
    expect(Buffer.from(await part.read(1, 2)).toString()).toBe("bc");
    part.abort();
  });
});
