import { createHash } from "node:crypto";
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiskPace } from "../../src/sink/diskPace.ts";
import { openFolderSink } from "../../src/sink/folder.ts";
import type { Sink, SinkFile } from "../../src/sink/sink.ts";

let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fh-parts-"));
  folder = join(base, "s1");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const FILE: SinkFile = { server: "s1", name: "d/a", version: "1" };
const HALF = Buffer.alloc(70_000, "h");
const REST = Buffer.from("rest");

const open = (owner: string) => openFolderSink({ bufferPath: base, owner, pace: new DiskPace(() => 0) });
const parts = (at = join(folder, "d")) => readdirSync(at).filter((name) => name.endsWith(".fh-part"));

/** Writes half of a file and keeps it. */
async function half(sink: Sink, file = FILE): Promise<void> {
  const incoming = sink.begin(file);
  await incoming.write(0, HALF);
  incoming.keep();
}

/** A process that was killed: nothing is closed. */
async function killed(file = FILE, owner = "0000dead"): Promise<void> {
  await open(owner).begin(file).write(0, HALF);
}

const RECOVER = { server: "s1", isActive: () => false, trusted: true };

describe("bytes that were kept", () => {
  it("are gone on with by the next one of the same version, once", async () => {
    const sink = open("0badcafe");
    await half(sink);
    const incoming = sink.begin(FILE);
    expect(incoming.held).toBe(HALF.length);
    expect(sink.begin(FILE).held).toBe(0);
    await incoming.write(HALF.length, REST);
    await incoming.commit(null);
    expect(readFileSync(incoming.local).equals(Buffer.concat([HALF, REST]))).toBe(true);
    expect(readdirSync(join(folder, "d"))).toEqual(["a"]);
    expect(sink.close("done")).toBe(false);
  });

  it("are not those of another version, of another file, or of none", async () => {
    const sink = open("0badcafe");
    await half(sink);
    for (const other of [
      { ...FILE, version: "2" },
      { ...FILE, name: "d/b" },
      { server: "s1", name: "d/a" },
    ]) {
      expect(sink.begin(other).held).toBe(0);
    }
    await half(sink, { server: "s1", name: "d/c" });
    expect(parts()).toHaveLength(1);
  });

  it("are cut off where the first write begins before their end", async () => {
    for (const offset of [0, 5]) {
      const sink = open("0badcafe");
      await half(sink);
      const incoming = sink.begin(FILE);
      await incoming.write(offset, REST);
      await incoming.commit(null);
      expect(readFileSync(incoming.local, "utf8")).toBe(`${"h".repeat(offset)}rest`);
    }
  });

  it("may be kept again, as they are or with more", async () => {
    const sink = open("0badcafe");
    await half(sink);
    sink.begin(FILE).keep();
    const incoming = sink.begin(FILE);
    await incoming.write(incoming.held, REST);
    incoming.keep();
    expect(sink.begin(FILE).held).toBe(HALF.length + REST.length);
  });

  it("are no more than were written in order, and not too few to be worth it", async () => {
    const sink = open("0badcafe");
    const jumping = sink.begin(FILE);
    await jumping.write(10, HALF);
    jumping.keep();
    // Looked at before the next one would take it.
    expect(parts()).toEqual([]);
    const small = sink.begin(FILE);
    await small.write(0, HALF.subarray(0, 1_000));
    small.keep();
    expect(parts()).toEqual([]);
  });

  it("and were changed by somebody meanwhile are no longer gone on with", async () => {
    const sink = open("0badcafe");
    await half(sink);
    const incoming = sink.begin(FILE);
    truncateSync(join(folder, "d", parts()[0] ?? ""), 100);
    expect(() => incoming.write(HALF.length, REST)).toThrow("changed or taken away");
    incoming.abort();
    expect(parts()).toEqual([]);
  });

  it("and got a second name elsewhere are no longer gone on with: who has that would get the rest as well", async () => {
    const sink = open("0badcafe");
    await half(sink);
    const elsewhere = join(base, "elsewhere");
    linkSync(join(folder, "d", parts()[0] ?? ""), elsewhere);
    const incoming = sink.begin(FILE);
    expect(() => incoming.write(HALF.length, REST)).toThrow("changed or taken away");
    incoming.abort();
    expect(readFileSync(elsewhere).equals(HALF)).toBe(true);
  });

  it("are left for another run when the sink is closed, also those on their way", async () => {
    const sink = open("0badcafe");
    await half(sink);
    await sink.begin({ ...FILE, name: "d/b" }).write(0, HALF);
    await sink.begin({ ...FILE, name: "d/c" }).write(0, REST);
    expect(sink.close("stopped")).toBe(true);
    expect(parts()).toHaveLength(2);
    expect(() => sink.begin(FILE)).toThrow("not taken any more");
  });

  it("are nobody's when a thread still writes as the sink is closed", async () => {
    const sink = open("0badcafe");
    const writing = sink.begin(FILE).write(0, Buffer.alloc(8 * 1024 * 1024));
    expect(sink.close("stopped")).toBe(false);
    expect(parts()).toEqual([]);
    await expect(writing).rejects.toThrow("given up");
  });
});

describe("what a process that was killed has left", () => {
  it("is gone on with after it was looked for, in folders of any name", async () => {
    const odd = { ...FILE, name: "\ufffd/\ufffd", rawName: Buffer.from("\xff/\xfe", "latin1") };
    await killed();
    await killed(odd);
    writeFileSync(join(folder, "d/undefined"), Buffer.alloc(HALF.length));
    const sink = open("0badcafe");
    expect(sink.begin(FILE).held).toBe(0);
    await sink.recover(RECOVER);
    for (const file of [FILE, odd]) {
      const incoming = sink.begin(file);
      expect(incoming.held).toBe(HALF.length);
      await incoming.write(HALF.length, REST);
      await incoming.commit(null);
    }
    expect(sink.close("done")).toBe(false);
    expect(
      readdirSync(folder, { recursive: true, encoding: "latin1" }).filter((name) => name.includes("fh-part")),
    ).toEqual([]);
  });

  it("is thrown away at the end if nobody asked for it, and stays when the run was stopped", async () => {
    await killed();
    const stopped = open("0badcafe");
    await stopped.recover(RECOVER);
    expect(stopped.close("stopped")).toBe(true);
    expect(parts()).toHaveLength(1);
    const done = open("0badcafe");
    await done.recover(RECOVER);
    expect(done.close("done")).toBe(false);
    expect(parts()).toEqual([]);
  });

  it("is thrown away where its bytes are in doubt, too few, or of an earlier version of ours", async () => {
    await killed();
    writeFileSync(join(folder, "d/.0123456789abcdef.fh-part"), HALF);
    const doubtful = open("0badcafe");
    expect(await doubtful.recover({ ...RECOVER, trusted: false })).toBe("all");
    expect(parts()).toEqual([]);
    writeFileSync(join(folder, "d/.0123456789abcdef-0000dead.fh-part"), REST);
    writeFileSync(join(folder, "d/.0123456789abcdef.fh-part"), HALF);
    await open("0badcafe").recover(RECOVER);
    expect(parts()).toEqual([]);
  });

  it("is the larger one of two", async () => {
    await killed();
    await killed(FILE, "1111dead");
    const more = open("2222dead").begin(FILE);
    await more.write(0, HALF);
    await more.write(HALF.length, REST);
    const sink = open("0badcafe");
    await sink.recover(RECOVER);
    expect(sink.begin(FILE).held).toBe(HALF.length + REST.length);
    expect(parts()).toHaveLength(1);
  });

  it("is never taken from a process that lives", async () => {
    await killed(FILE, "0000beef");
    const sink = open("0badcafe");
    await sink.recover({ ...RECOVER, isActive: (owner) => owner === "0000beef" });
    expect(sink.begin(FILE).held).toBe(0);
    sink.close("done");
    expect(parts()).toHaveLength(1);
  });

  it("is looked for without following links", async () => {
    const outside = join(base, "outside");
    mkdirSync(outside);
    mkdirSync(folder);
    const name = ".0123456789abcdef-0000dead.fh-part";
    writeFileSync(join(outside, name), HALF);
    symlinkSync(outside, join(folder, "link"));
    symlinkSync(join(outside, name), join(folder, name));
    const sink = open("0badcafe");
    await sink.recover(RECOVER);
    sink.close("done");
    expect(readdirSync(folder).toSorted()).toEqual([name, "link"]);
    // Nor where the server's folder is one: that may be another harvest's, whose part files nobody here knows.
    symlinkSync(outside, join(base, "s2"));
    const linked = open("0badcafe");
    expect(await linked.recover({ ...RECOVER, server: "s2" })).toBe("some");
    expect(linked.close("done")).toBe(false);
    expect(readdirSync(outside)).toEqual([name]);
  });

  it("is looked for where there is nothing yet", async () => {
    const sink = open("0badcafe");
    await sink.recover(RECOVER);
    expect(sink.close("done")).toBe(false);
  });
});

describe("hashes", () => {
  it("are of all that was written, whatever its length", async () => {
    const incoming = open("0badcafe").begin(FILE);
    expect(await incoming.digest(["crc32", "md5"])).toEqual(["00000000", "d41d8cd98f00b204e9800998ecf8427e"]);
    await incoming.write(0, Buffer.from("123456789"));
    expect(await incoming.digest(["crc32", "md5", "sha1"])).toEqual([
      "cbf43926",
      "25f9e794323b453885f5181f1b624d0b",
      "f7c3bc1d808e04732adf679965ccc34ca7ae3441",
    ]);
    await incoming.write(9, Buffer.alloc(2_000_000, "x"));
    const [sha256] = await incoming.digest(["sha256"]);
    incoming.abort();
    const expected = createHash("sha256")
      .update(`123456789${"x".repeat(2_000_000)}`)
      .digest("hex");
    expect(sha256).toBe(expected);
  });

  it("end with the file that is given up", async () => {
    const incoming = open("0badcafe").begin(FILE);
    await incoming.write(0, Buffer.alloc(2_000_000));
    const summing = incoming.digest(["sha256"]);
    incoming.abort();
    await expect(summing).rejects.toThrow("given up");
  });
});
