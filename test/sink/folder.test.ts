import { execFileSync, spawnSync } from "node:child_process";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { DiskPace } from "../../src/sink/diskPace.ts";
import { openFolderSink } from "../../src/sink/folder.ts";
import type { Incoming, Sink, SinkFile } from "../../src/sink/sink.ts";

const MTIME_ms = Date.UTC(2026, 10, 24, 1, 38, 15, 123);
let base: string;
let buffer: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fh-sink-"));
  buffer = join(base, "buffer");
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const file = (name: string, more: Partial<SinkFile> = {}): SinkFile => ({
  server: "s1",
  name,
  ...more,
});

async function store(sink: Sink, what: SinkFile, ...chunks: string[]): Promise<Incoming> {
  const incoming = sink.begin(what);
  let offset = 0;
  for (const chunk of chunks) {
    const bytes = Buffer.from(chunk, "latin1");
    await incoming.write(offset, bytes);
    offset += bytes.length;
  }
  await incoming.commit(MTIME_ms);
  return incoming;
}

function faultOf(work: () => unknown): Fault {
  try {
    work();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error("no fault came");
}

/** Every path below a folder, as bytes, sorted. */
function tree(folder: string): string[] {
  const found = execFileSync("find", [folder, "-mindepth", "1", "-printf", "%y %P\\0"], { encoding: "latin1" });
  return found.split("\0").slice(0, -1).sort();
}

/** A disk that is never slow, however busy the machine that runs the tests is. */
function fastPace(): DiskPace {
  return new DiskPace(() => 0);
}

const open = () => openFolderSink({ bufferPath: buffer, pace: fastPace() });

/** A disk that is always slow: everything goes through threads. */
function slowPace(): DiskPace {
  let now_ms = 0;
  const pace = new DiskPace(() => now_ms);
  pace.timed(() => {
    now_ms = 1000;
  });
  return pace;
}

describe.each([
  ["fast", fastPace],
  ["slow", slowPace],
])("a folder on a %s disk", (_, paceOf) => {
  const open = () => openFolderSink({ bufferPath: buffer, pace: paceOf() });

  it("gets the file's bytes, its name and its time", async () => {
    const { local } = await store(open(), file("a/b/c.csv"), "one, ", "two");
    expect(local).toBe(join(buffer, "s1/a/b/c.csv"));
    expect(readFileSync(local, "utf8")).toBe("one, two");
    expect(Math.round(statSync(local).mtimeMs)).toBe(MTIME_ms);
    expect(tree(buffer)).toEqual(["d s1", "d s1/a", "d s1/a/b", "f s1/a/b/c.csv"]);
  });

  it("gets empty files", async () => {
    const { local } = await store(open(), file("empty"));
    expect(statSync(local).size).toBe(0);
    expect(Math.round(statSync(local).mtimeMs)).toBe(MTIME_ms);
  });

  it("takes pieces in any order", async () => {
    const incoming = open().begin(file("a"));
    await incoming.write(3, Buffer.from("def"));
    await incoming.write(0, Buffer.from("abc"));
    await incoming.commit(null);
    expect(readFileSync(incoming.local, "utf8")).toBe("abcdef");
  });

  it("takes writes of any size", async () => {
    const bytes = Buffer.alloc(3 * 1024 * 1024 + 7, "0123456789abc");
    const incoming = open().begin(file("big"));
    await incoming.write(0, bytes);
    await incoming.commit(null);
    expect(readFileSync(incoming.local).equals(bytes)).toBe(true);
  });

  it("no partial file is ever visible under its final name", async () => {
    const sink = open();
    await store(sink, file("a"), "old");
    const incoming = sink.begin(file("a"));
    await incoming.write(0, Buffer.from("new and long"));
    expect(readFileSync(incoming.local, "utf8")).toBe("old");
    expect(tree(buffer).filter((path) => /^f s1\/\.[0-9a-f]{16}-[0-9a-f]{8}\.fh-part$/.test(path))).toHaveLength(1);
    await incoming.commit(null);
    expect(readFileSync(incoming.local, "utf8")).toBe("new and long");
    expect(tree(buffer)).toEqual(["d s1", "f s1/a"]);
  });

  it("has nothing left of a file that was given up", async () => {
    const incoming = open().begin(file("a"));
    await incoming.write(0, Buffer.from("half"));
    incoming.abort();
    incoming.abort();
    expect(tree(buffer)).toEqual(["d s1"]);
    expect(faultOf(() => incoming.write(4, Buffer.from("more"))).message).toContain("given up");
    expect(faultOf(() => incoming.commit(null)).message).toContain("given up");
    expect(tree(buffer)).toEqual(["d s1"]);
  });

  it("has nothing left of a file that was given up in the middle of a write", async () => {
    const incoming = open().begin(file("a"));
    const writing = incoming.write(0, Buffer.alloc(8 * 1024 * 1024));
    incoming.abort();
    await expect(writing).rejects.toThrow("given up");
    expect(tree(buffer)).toEqual(["d s1"]);
  });

  it("keeps a file that was committed, whatever is called later", async () => {
    const incoming = await store(open(), file("a"), "x");
    incoming.abort();
    expect(readFileSync(incoming.local, "utf8")).toBe("x");
  });

  it.each([{}, { version: "1" }])("takes the same file twice at the same time", async (more) => {
    const sink = open();
    const [one, two] = [sink.begin(file("a", more)), sink.begin(file("a", more))];
    await one.write(0, Buffer.from("abc"));
    await two.write(0, Buffer.from("ab"));
    await one.commit(null);
    expect(readFileSync(one.local, "utf8")).toBe("abc");
    await two.write(2, Buffer.from("c"));
    await two.commit(null);
    expect(readFileSync(one.local, "utf8")).toBe("abc");
    expect(tree(buffer)).toEqual(["d s1", "f s1/a"]);
  });

  it("closes what it opens", async () => {
    const sink = open();
    const opened = () => readdirSync("/proc/self/fd").length;
    await store(sink, file("warm"), "x");
    const before = opened();
    for (let at = 0; at < 50; at++) {
      await store(sink, file(`f${at}`), "x");
      const given = sink.begin(file(`g${at}`));
      await given.write(0, Buffer.from("x"));
      given.abort();
    }
    expect(opened()).toBeLessThan(before + 20);
  });

  it("says in words that a file grows over the limit, and leaves nothing of it", () => {
    // `ulimit -f` stands for every disk that stops taking bytes: the first part is taken, the rest refused.
    const script = `
      const { openFolderSink } = await import(process.argv[1]);
      const { DiskPace } = await import(process.argv[2]);
      let now = 0;
      const pace = new DiskPace(() => now);
      if (process.argv[4] === "slow") pace.timed(() => { now = 1000; });
      const incoming = openFolderSink({ bufferPath: process.argv[3], pace }).begin({ server: "s1", name: "a" });
      try {
        await incoming.write(0, new Uint8Array(200_000));
        await incoming.commit(null);
      } catch (fault) {
        incoming.abort();
        console.log(JSON.stringify({ code: fault.code, retry: fault.retry, message: fault.message }));
      }`;
    const pace = paceOf === slowPace ? "slow" : "fast";
    const run = `ulimit -f 100; exec "$0" --import tsx --input-type=module -e "$1" "$2" "$3" "$4" "$5"`;
    const at = (name: string) => new URL(`../../src/sink/${name}`, import.meta.url).href;
    const args = ["-c", run, process.execPath, script, at("folder.ts"), at("diskPace.ts"), buffer, pace];
    const { stdout, stderr } = spawnSync("sh", args, {
      encoding: "utf8",
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      code: "disk",
      retry: false,
      message: `${buffer}/s1/a: larger than this disk, or ulimit -f, allows a file to be`,
    });
    expect(tree(buffer)).toEqual(["d s1"]);
  });
});

describe("a folder", () => {
  it("writes small files without a promise", () => {
    const incoming = open().begin(file("a"));
    expect(incoming.write(0, Buffer.from("x"))).toBeUndefined();
    expect(incoming.commit(MTIME_ms)).toBeUndefined();
  });

  it("refuses a second write before the first is over", async () => {
    const incoming = open().begin(file("a"));
    const writing = incoming.write(0, Buffer.alloc(1024 * 1024));
    expect(() => incoming.write(0, Buffer.from("x"))).toThrow("not over yet");
    await writing;
    incoming.abort();
  });

  it("gives files the rights that the umask leaves", async () => {
    const old = process.umask();
    const { local } = await store(open(), file("a"), "x");
    expect(statSync(local).mode & 0o7777).toBe(0o644 & ~old);
  });

  it("knows which folders it has made itself: nothing lies in them that was there before", async () => {
    mkdirSync(join(buffer, "s1", "old"), { recursive: true });
    const sink = openFolderSink({ bufferPath: buffer });
    expect(["a", "old/a", "new/a"].map((name) => sink.isNew(file(name)))).toEqual([false, false, false]);
    for (const name of ["a", "old/b", "new/b"]) await store(sink, file(name), "x");
    expect(["a", "old/a", "new/a", "new/b"].map((name) => sink.isNew(file(name)))).toEqual([false, false, true, true]);
    expect(["new/deep/er/a", "old/deep/a"].map((name) => sink.isNew(file(name)))).toEqual([true, false]);
    // Another one may have put something there meanwhile.
    expect(openFolderSink({ bufferPath: buffer }).isNew(file("new/a"))).toBe(false);
    expect(faultOf(() => sink.isNew(file("../a")))).toMatchObject({ code: "unsafe_name" });
  });

  it.each([0, 999, -1000, Date.UTC(2037, 11, 31, 23, 59, 59, 999)])("keeps the time %d", async (mtime_ms) => {
    const sink = open();
    const incoming = sink.begin(file("a"));
    await incoming.commit(mtime_ms);
    expect(sink.held(file("a"))?.mtime_ms).toBe(mtime_ms);
  });

  it("keeps every millisecond as it is", async () => {
    const sink = open();
    for (let ms = 0; ms < 1000; ms++) {
      const incoming = sink.begin(file("a"));
      await incoming.commit(MTIME_ms + ms);
      expect(sink.held(file("a"))?.mtime_ms).toBe(MTIME_ms + ms);
    }
  });

  it("makes the folders again that somebody took away", async () => {
    const sink = open();
    await store(sink, file("a/b/c"), "1");
    rmSync(join(buffer, "s1"), { recursive: true });
    expect(sink.held(file("a/b/c"))).toBeUndefined();
    const { local } = await store(sink, file("a/b/c"), "2");
    expect(readFileSync(local, "utf8")).toBe("2");
  });

  it("has room for more folders than it remembers", async () => {
    const sink = open();
    for (let at = 0; at < 1500; at++) await store(sink, file(`d${at}/f`), "x");
    await store(sink, file("d0/g"), "y");
    expect(tree(buffer).filter((path) => path.startsWith("f"))).toHaveLength(1501);
  });

  it("may be reached through links, also one that is turned elsewhere later", async () => {
    mkdirSync(join(base, "real"));
    mkdirSync(join(base, "other"));
    symlinkSync("real", buffer);
    const sink = open();
    rmSync(buffer);
    symlinkSync("other", buffer);
    const { local } = await store(sink, file("a"), "x");
    expect(local).toBe(join(buffer, "s1/a"));
    expect(tree(join(base, "real"))).toEqual(["d s1", "f s1/a"]);
    expect(tree(join(base, "other"))).toEqual([]);
  });

  it("is shared by two processes of a run: the same file is the whole one of either, at any time", async () => {
    const same = file("a", { version: "1" });
    const [one, two] = [open().begin(same), open().begin(same)];
    await one.write(0, Buffer.from("one, "));
    await two.write(0, Buffer.from("tw"));
    await one.write(5, Buffer.from("whole"));
    await one.commit(null);
    expect(readFileSync(one.local, "utf8")).toBe("one, whole");
    await two.write(2, Buffer.from("o, whole"));
    await two.commit(null);
    expect(readFileSync(one.local, "utf8")).toBe("two, whole");
    expect(tree(buffer)).toEqual(["d s1", "f s1/a"]);
  });

  it("is shared by two processes of a run: what one gives up is its own", async () => {
    const same = file("a", { version: "1" });
    const [one, two] = [open().begin(same), open().begin(same)];
    await one.write(0, Buffer.from("one"));
    await two.write(0, Buffer.from("two"));
    one.abort();
    await two.commit(null);
    expect(readFileSync(two.local, "utf8")).toBe("two");
    expect(tree(buffer)).toEqual(["d s1", "f s1/a"]);
  });

  it("writes another version of a file under another part name", async () => {
    const sink = open();
    for (const more of [{}, { version: "1" }, { version: "2" }]) {
      await sink.begin(file("a", more)).write(0, Buffer.from("x"));
    }
    expect(tree(buffer).filter((path) => path.endsWith(".fh-part"))).toHaveLength(3);
  });
});

describe("odd names", () => {
  const printableBytes = Array.from({ length: 256 }, (_, byte) => byte).filter(
    (byte) => ![0, 10, 13, 47].includes(byte),
  );

  it("lie there byte by byte", async () => {
    const sink = open();
    const names = printableBytes.map((byte) => Buffer.from([...Buffer.from("n"), byte, 46, 120]));
    for (const rawName of names) await store(sink, file(rawName.toString(), { rawName }), rawName.toString("latin1"));
    const expected = names.map((name) => `f s1/${name.toString("latin1")}`);
    expect(tree(buffer)).toEqual(["d s1", ...expected].sort());
    for (const rawName of names) {
      const path = Buffer.concat([Buffer.from(`${buffer}/s1/`), rawName]);
      expect(readFileSync(path).equals(rawName)).toBe(true);
      expect(sink.held(file(rawName.toString(), { rawName }))?.size).toBe(rawName.length);
    }
  });

  it.each([
    " leading",
    "trailing ",
    "a -> b",
    "back\\slash",
    "c:d",
    "-rf",
    "\u001b[31mred",
    "日本語.csv",
    "ü decomposed u\u0308",
    "😀",
    "'\"`$(x)",
    "%2e%2e%2f",
    "x".repeat(255),
    "日".repeat(85),
    "…",
  ])("%j", async (name) => {
    const sink = open();
    const { local } = await store(sink, file(`d/${name}`), "x");
    expect(readdirSync(join(buffer, "s1/d"))).toEqual([name]);
    expect(sink.held(file(`d/${name}`))).toEqual({ size: 1, mtime_ms: MTIME_ms, local });
  });

  it("stand in folders whose names are no UTF-8, apart from those with the same characters", async () => {
    const sink = open();
    const rawName = Buffer.from("d\xe9/\xff", "latin1");
    const { local } = await store(sink, file("d\ufffd/\ufffd", { rawName }), "raw");
    await store(sink, file("dé/ÿ"), "text");
    expect(local).toBe(join(buffer, "s1/d\ufffd/\ufffd"));
    expect(tree(buffer)).toEqual(
      ["d s1", "d s1/d\xe9", "f s1/d\xe9/\xff", "d s1/d\xc3\xa9", "f s1/d\xc3\xa9/\xc3\xbf"].sort(),
    );
  });

  it("may have a server whose name is no ASCII", async () => {
    const sink = open();
    const rawName = Buffer.from("\xff", "latin1");
    await store(sink, { server: "Zürich", name: "\ufffd", rawName }, "x");
    expect(readdirSync(join(buffer, "Zürich"), { encoding: "latin1" })).toEqual(["\xff"]);
  });
});

describe("nothing ever lands outside the server's folder", () => {
  let outside: string;
  beforeEach(() => {
    outside = join(base, "outside");
    mkdirSync(join(outside, "d"), { recursive: true });
    writeFileSync(join(outside, "victim"), "precious");
    mkdirSync(join(buffer, "s1"), { recursive: true });
  });
  afterEach(() => {
    expect(tree(outside)).toEqual(["d d", "f victim"]);
    expect(readFileSync(join(outside, "victim"), "utf8")).toBe("precious");
  });

  it.each(["../x", "a/../../x", "/etc/x", "", "a//b", ".", "a\0b", "a\nb", ".0123456789abcdef.fh-part"])(
    "by the name %j",
    (name) => {
      for (const ask of [() => open().begin(file(name)), () => open().held(file(name))]) {
        expect(faultOf(ask).code).toBe("unsafe_name");
      }
    },
  );

  it.each(["..", ".", "", "a/b", "/tmp", "a\0", ".s1.fh-lock"])("by the server's name %j", (server) => {
    expect(faultOf(() => open().begin(file("x", { server }))).code).toBe("unsafe_name");
  });

  it("by the bytes of a name", () => {
    const rawName = Buffer.from("../outside/\xff", "latin1");
    expect(faultOf(() => open().begin(file("fine", { rawName }))).code).toBe("unsafe_name");
  });

  it("by a control character in what is said about a name", () => {
    expect(faultOf(() => open().begin(file("../\u001b[2J"))).message).toBe('"s1/../\\x1b[2J": .. as a name');
  });

  it.each([
    ["a link to a folder", "link", "link/x", "link"],
    ["a link to a folder, further up", "link", "link/d/x", "link"],
    ["a link to a folder, further down", "in/link", "in/link/x", "in/link"],
    ["a relative link that stays inside", "inside", "inside/x", "inside"],
    ["a dangling link", "dangling", "dangling/x", "dangling"],
  ])("through %s", (kind, at, name, named) => {
    mkdirSync(join(buffer, "s1/in"));
    const to = kind.includes("inside") ? "in" : kind.includes("dangling") ? join(outside, "none") : outside;
    symlinkSync(to, join(buffer, "s1", at));
    for (const ask of [() => open().begin(file(name)), () => open().held(file(name))]) {
      const { code, message } = faultOf(ask);
      expect(code).toBe("unsafe_name");
      expect(message).toContain(`${join(buffer, "s1", named)} is a symbolic link`);
      expect(message).toContain("remove the link");
    }
    const rawName = Buffer.from(`${name}\xff`, "latin1");
    expect(faultOf(() => open().begin(file(name, { rawName }))).code).toBe("unsafe_name");
  });

  it("a link in the buffer that leads outside is not followed", () => {
    rmSync(join(buffer, "s1"), { recursive: true });
    symlinkSync(outside, join(buffer, "s1"));
    expect(faultOf(() => open().begin(file("x"))).message).toContain(`${join(buffer, "s1")} is a symbolic link`);
    expect(faultOf(() => open().held(file("victim"))).code).toBe("unsafe_name");
  });

  it("through a link that appears between the look and the first byte", () => {
    const incoming = open().begin(file("late/x"));
    symlinkSync(outside, join(buffer, "s1/late"));
    expect(faultOf(() => incoming.write(0, Buffer.from("x"))).code).toBe("unsafe_name");
    incoming.abort();
  });

  it("through a link under the final name, which is replaced", async () => {
    const sink = open();
    symlinkSync(join(outside, "victim"), join(buffer, "s1/a"));
    symlinkSync(join(outside, "new"), join(buffer, "s1/b"));
    for (const name of ["a", "b"]) {
      expect(sink.held(file(name))).toBeUndefined();
      const { local } = await store(sink, file(name), "x");
      expect(lstatSync(local).isFile()).toBe(true);
    }
  });

  it.each(["symbolic link", "second name", "FIFO"])("through a %s under the part file's name", async (kind) => {
    const sink = open();
    const first = sink.begin(file("a", { version: "1" }));
    await first.write(0, Buffer.from("x"));
    const [name = ""] = readdirSync(join(buffer, "s1"));
    first.abort();
    const part = join(buffer, "s1", name);
    if (kind === "symbolic link") symlinkSync(join(outside, "victim"), part);
    else if (kind === "second name") linkSync(join(outside, "victim"), part);
    else execFileSync("mkfifo", [part]);
    const { local } = await store(sink, file("a", { version: "1" }), "x");
    expect(readFileSync(local, "utf8")).toBe("x");
    expect(readdirSync(join(buffer, "s1")).toSorted()).toEqual([name, "a"].toSorted());
  });

  it("and a link of the operator's elsewhere is left alone", async () => {
    symlinkSync(outside, join(buffer, "s1/link"));
    await store(open(), file("a"), "x");
    expect(readlinkSync(join(buffer, "s1/link"))).toBe(outside);
  });
});

describe("what lies in the way is named", () => {
  it("a folder under the final name", async () => {
    mkdirSync(join(buffer, "s1/a"), { recursive: true });
    const sink = open();
    expect(sink.held(file("a"))).toBeUndefined();
    const incoming = sink.begin(file("a"));
    await incoming.write(0, Buffer.from("x"));
    const fault = faultOf(() => incoming.commit(null));
    incoming.abort();
    expect(fault.code).toBe("disk");
    expect(fault.message).toBe(`${join(buffer, "s1/a")}: a folder lies where the file should be: move it away`);
    expect(tree(buffer)).toEqual(["d s1", "d s1/a"]);
  });

  it("a file where a folder should be", async () => {
    const sink = open();
    await store(sink, file("a"), "x");
    for (const ask of [() => sink.begin(file("a/b")), () => sink.held(file("a/b/c"))]) {
      const { code, message } = faultOf(ask);
      expect(code).toBe("disk");
      expect(message).toBe(`${join(buffer, "s1/a")}: a file lies where a folder should be: move it away`);
    }
  });

  it("a file in the place of the buffer path", () => {
    writeFileSync(buffer, "");
    const { code, message } = faultOf(open);
    expect(code).toBe("disk");
    expect(message).toContain(buffer);
  });

  it("a path that is too long for the system", () => {
    const { code, message } = faultOf(() =>
      open().begin(file(Array.from({ length: 20 }, () => "d".repeat(255)).join("/"))),
    );
    expect(code).toBe("unsafe_name");
    expect(message).toContain("a path of more than");
  });
});
