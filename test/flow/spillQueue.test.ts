import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { BLOCK_BYTES, SpillFile } from "../../src/flow/spillFile.ts";
import { type Codec, SpillQueue } from "../../src/flow/spillQueue.ts";

const folder = mkdtempSync(join(tmpdir(), "fh-spillqueue-"));
const file = new SpillFile(folder, 64 * 1024 * 1024);

afterAll(() => {
  file.close();
  rmSync(folder, { recursive: true, force: true });
});

const JSON_TEXT: Codec<string> = { write: (item) => JSON.stringify(item), read: (text) => JSON.parse(text) };
const MiB = 1024 * 1024;

function queueOf(options: Partial<ConstructorParameters<typeof SpillQueue<string>>[0]> = {}): SpillQueue<string> {
  return new SpillQueue({ file, codec: JSON_TEXT, staysInMemory: () => false, maxBytes: 64 * MiB, ...options });
}

/** Lines of many lengths, some of them over blocks. */
function line(n: number): string {
  const more = n % 1_000 === 999 ? BLOCK_BYTES * 3 : (n * 7) % 300;
  return `${n} ${"ä".repeat(more)}`;
}

describe("a queue that spills", () => {
  it("gives back in order what came in: memory, disk, memory again", () => {
    let room = 3;
    const queue = queueOf({ staysInMemory: () => room-- > 0 });
    const where = Array.from({ length: 6 }, (_, n) => queue.push(String(n)));
    expect(where).toEqual(["memory", "memory", "memory", "disk", "disk", "disk"]);
    expect([queue.length, queue.inMemory]).toEqual([6, 3]);
    const out = [queue.shift(), queue.shift(), queue.shift()];
    room = 1;
    // What is behind something on disk goes there too.
    expect(queue.push("6")).toBe("disk");
    while (queue.length > 0) out.push(queue.shift());
    expect(out).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(queue.push("7")).toBe("memory");
    expect([queue.shift(), queue.shift(), queue.length]).toEqual(["7", undefined, 0]);
  });

  it("gives back in order lines of all lengths, in any rhythm", () => {
    const queue = queueOf();
    let out = 0;
    for (let n = 0; n < 10_000; n++) {
      expect(queue.push(line(n))).toBe("disk");
      // Fuller and emptier in turn.
      for (let most = n % 2_000 < 1_000 ? 0 : 2; most > 0 && queue.length > 0; most--) {
        expect(queue.shift()).toBe(line(out++));
      }
    }
    while (queue.length > 0) expect(queue.shift()).toBe(line(out++));
    expect(out).toBe(10_000);
  });

  it("takes the longest line that there is, and lines that end where a block ends", () => {
    const queue = queueOf();
    const lines = ["x".repeat(16 * MiB), "y", "z".repeat(BLOCK_BYTES - 3), "", "w".repeat(2 * BLOCK_BYTES - 3)];
    for (const each of lines) expect(queue.push(each)).toBe("disk");
    expect(lines.map(() => queue.shift())).toEqual(lines);
  });

  it("shares its file with any number of others", () => {
    const queues = Array.from({ length: 50 }, () => queueOf());
    for (let n = 0; n < 200; n++) for (const [at, queue] of queues.entries()) queue.push(`${at} ${line(n)}`);
    for (let n = 0; n < 200; n++)
      for (const [at, queue] of queues.entries()) expect(queue.shift()).toBe(`${at} ${line(n)}`);
  });

  it("is full at its cap, loses nothing then, and takes more when something was taken out", () => {
    const queue = queueOf({ maxBytes: 4 * BLOCK_BYTES });
    const text = "x".repeat(1_000);
    let taken = 0;
    while (queue.push(`${taken}${text}`) === "disk") taken++;
    // Four blocks and the one that is being filled.
    expect(taken).toBeGreaterThan(75);
    expect(taken).toBeLessThan(85);
    expect(queue.push("short enough for what is being filled")).toBe("disk");
    expect(queue.push("y".repeat(BLOCK_BYTES))).toBe("full");
    for (let n = 0; n < taken; n++) expect(queue.shift()).toBe(`${n}${text}`);
    expect(queue.shift()).toMatch(/^short/);
    expect(queue.push("y".repeat(BLOCK_BYTES))).toBe("disk");
    expect(queue.shift()).toBe("y".repeat(BLOCK_BYTES));
  });

  it("is full when the file is, and leaves no block of a line that did not fit", () => {
    using small = smallFile(4);
    const queue = queueOf({ file: small.file });
    expect(queue.push("x".repeat(5 * BLOCK_BYTES))).toBe("full");
    expect(queue.length).toBe(0);
    expect(queue.push("x".repeat(4 * BLOCK_BYTES))).toBe("disk");
    expect(queue.shift()).toHaveLength(4 * BLOCK_BYTES);
  });

  it("needs no more of the file than what lies in it at once", () => {
    using small = smallFile(4);
    const queue = queueOf({ file: small.file });
    const text = "x".repeat(BLOCK_BYTES / 2);
    for (let n = 0; n < 1_000; n++) {
      while (queue.length < 4) expect(queue.push(text)).toBe("disk");
      expect(queue.shift()).toBe(text);
    }
  });

  it("gives its blocks back when it is closed", () => {
    using small = smallFile(4);
    for (let n = 0; n < 10; n++) {
      const queue = queueOf({ file: small.file });
      expect(queue.push("x".repeat(3 * BLOCK_BYTES))).toBe("disk");
      queue.push("y");
      queue.close();
      expect([queue.length, queue.shift()]).toEqual([0, undefined]);
    }
  });

  it("asks nothing of the disk for what fits into one block", () => {
    const none = new SpillFile("/proc/nowhere", MiB);
    const queue = queueOf({ file: none });
    for (let n = 0; n < 10; n++) expect(queue.push(String(n))).toBe("disk");
    for (let n = 0; n < 10; n++) expect(queue.shift()).toBe(String(n));
  });
});

function smallFile(blocks: number): { readonly file: SpillFile } & Disposable {
  const small = new SpillFile(folder, blocks * BLOCK_BYTES);
  return { file: small, [Symbol.dispose]: () => small.close() };
}
