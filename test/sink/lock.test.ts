import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault } from "../../src/records/fault.ts";
import { thisProcess } from "../../src/records/processIdentity.ts";
import { takeLock } from "../../src/sink/lock.ts";
import { tinyDisk } from "../flow/tinyDisk.ts";
import { PATIENCE } from "../patience.ts";

let base: string;
let bufferPath: string;
let lockFile: string;
let children: ChildProcess[];

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "fh-lock-"));
  bufferPath = join(base, "buffer");
  lockFile = join(bufferPath, ".s1.fh-lock");
  children = [];
});
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  rmSync(base, { recursive: true, force: true });
});

const take = (run: string, more: { waitMs?: number; signal?: AbortSignal; server?: string } = {}) =>
  takeLock({ bufferPath, server: "s1", run, ...more });

const holders = () => JSON.parse(readFileSync(lockFile, "utf8"));

/** A process of the past, of another machine, or whatever else is asked for. */
const holder = (more: object) => ({
  ...thisProcess(),
  run: "other",
  since: "2026-11-24T01:38:15.000Z",
  id: "x",
  ...more,
});

function leaveLock(...left: object[]): void {
  mkdirSync(bufferPath, { recursive: true });
  writeFileSync(lockFile, JSON.stringify(left));
}

async function refusal(run: string, waitMs = 0): Promise<Fault> {
  const fault: unknown = await take(run, { waitMs }).catch((error: unknown) => error);
  if (fault instanceof Fault) return fault;
  throw new Error("no fault came", { cause: fault });
}

/** `over` is when it has ended and all that it said has come, which may be later. */
function contend(rounds: number, runs: string): ChildProcess & { said: string; over: Promise<unknown> } {
  const script = new URL("lockContender.ts", import.meta.url).pathname;
  const args = ["--import", "tsx", script, bufferPath, join(base, "inside"), String(rounds), runs];
  const contender = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const child = Object.assign(contender, { said: "", over: once(contender, "close") });
  child.stdout?.on("data", (text) => {
    child.said += text;
  });
  children.push(child);
  return child;
}

describe("a lock on a server's folder", () => {
  it("is a file beside it that names who holds it, and goes with the last holder", async () => {
    const lock = await take("r1");
    expect(holders()).toEqual([
      { ...thisProcess(), run: "r1", since: expect.stringMatching(/Z$/), id: expect.any(String) },
    ]);
    expect(readdirSync(bufferPath)).toEqual([".s1.fh-lock"]);
    lock.release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it("keeps other runs out and says who holds it since when", async () => {
    const lock = await take("r1");
    const { code, retry, message } = await refusal("r2");
    expect({ code, retry }).toEqual({ code: "locked", retry: false });
    const since = holders()[0].since;
    expect(message).toBe(`s1: the run r1 works on its folder: process ${process.pid} on this host, since ${since}`);
    lock.release();
    (await take("r2")).release();
  });

  it("may be taken several times by the same run, and holds until the last is released", async () => {
    const [one, two] = await Promise.all([take("r1"), take("r1")]);
    one.release();
    one.release();
    await refusal("r2");
    two.release();
    (await take("r2")).release();
  });

  it("tells the next run of part files that were left, once", async () => {
    (await take("r1")).release("parts");
    const next = await take("r2");
    expect(next.left).toBe("trusted");
    next.release();
    const last = await take("r3");
    expect(last.left).toBe("none");
    last.release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it("says who holds it by the names of their part files", async () => {
    const lock = await take("r1");
    expect(lock.owner).toMatch(/^[0-9a-f]{8}$/);
    expect([lock.isHeldBy(lock.owner), lock.isHeldBy("0badcafe")]).toEqual([true, false]);
    lock.release();
    expect(lock.isHeldBy(lock.owner)).toBe(false);
  });

  it("is one for each server and each buffer path, however that is spelled", async () => {
    const lock = await take("r1");
    (await take("r2", { server: "s2" })).release();
    symlinkSync("buffer", join(base, "alias"));
    const fault: unknown = await takeLock({ bufferPath: join(base, "alias"), server: "s1", run: "r2" }).catch((e) => e);
    expect(fault).toMatchObject({ code: "locked" });
    lock.release();
  });

  it("waits for the other run to let go", async () => {
    const lock = await take("r1");
    const waiting = take("r2", { waitMs: 60_000 });
    await refusal("r3");
    lock.release();
    (await waiting).release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it("says once whom it waits for", async () => {
    const lock = await take("r1");
    const told: string[] = [];
    const onWait = (why: string) => told.push(why);
    await expect(takeLock({ bufferPath, server: "s1", run: "r2", waitMs: 50, onWait })).rejects.toThrow("r1");
    expect(told).toEqual([expect.stringMatching(/^the run r1 works on its folder: process \d+/)]);
    lock.release();
  });

  it("gives up when the waiting takes too long", async () => {
    const lock = await take("r1");
    expect((await refusal("r2", 30)).code).toBe("locked");
    lock.release();
  });

  it("stops waiting when it is told to", async () => {
    const lock = await take("r1");
    const control = new AbortController();
    const waiting = take("r2", { waitMs: 60_000, signal: control.signal });
    control.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    await expect(take("r1", { signal: control.signal })).rejects.toMatchObject({ name: "AbortError" });
    lock.release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it.each(["../x", "a/b", "", ".."])("is refused for the server %j", async (server) => {
    await expect(take("r1", { server })).rejects.toMatchObject({ code: "unsafe_name" });
  });

  it("leaves nothing on a disk that is full", async ({ skip }) => {
    using disk = tinyDisk(8_192);
    if (disk === undefined) return skip("this user may not mount a small disk");
    writeFileSync(join(disk.folder, "full"), Buffer.alloc(4_096));
    // The rest is room for the link that says who changes the lock.
    const locking = takeLock({ bufferPath: disk.folder, server: "s1", run: "r1" });
    await expect(locking).rejects.toMatchObject({ code: "disk", message: expect.stringContaining("no space left") });
    expect(readdirSync(disk.folder)).toEqual(["full"]);
  });

  it("is refused in words where it can't be made", async () => {
    writeFileSync(bufferPath, "");
    await expect(take("r1")).rejects.toMatchObject({ code: "disk", message: expect.stringContaining(bufferPath) });
  });
});

describe("a lock that was left behind", () => {
  const GONE = { pid: 2 ** 31 - 1 };

  it("a lock whose process is dead is taken over", async () => {
    // One that is gone, one whose pid belongs to a later one, and one of an earlier boot.
    for (const more of [GONE, { start: "1" }, { boot: "another" }]) {
      leaveLock(holder(more));
      const lock = await take("r1");
      expect(holders()).toMatchObject([{ run: "r1" }]);
      lock.release();
      expect(existsSync(lockFile)).toBe(false);
    }
  });

  it("says to the first of the next run that part files may lie there, and how far to trust them", async () => {
    for (const [left, told] of [
      [[holder(GONE)], "trusted"],
      [[holder(GONE), holder({ boot: "another" })], "doubtful"],
      [[], "none"],
    ] as const) {
      leaveLock(...left);
      const [first, second] = [await take("r1"), await take("r1")];
      expect([first.left, second.left]).toEqual([told, "none"]);
      first.release();
      second.release();
      expect(readdirSync(bufferPath)).toEqual([]);
    }
  });

  it("stays in doubt until a run is done with it, also if one is killed or stopped meanwhile", async () => {
    const before = holder({ boot: "another" });
    leaveLock(before);
    const killed = await take("r1");
    expect(killed.left).toBe("doubtful");
    leaveLock(holder({ ...GONE, run: "r1" }));
    const stopped = await take("r2");
    expect(stopped.left).toBe("doubtful");
    stopped.release("parts");
    const [done, beside] = [await take("r3"), await take("r3")];
    expect(done.left).toBe("doubtful");
    beside.release("parts");
    done.release();
    // What the other one left is not forgotten.
    const last = await take("r4");
    expect(last.left).toBe("doubtful");
    last.release("sound");
    const next = await take("r5");
    expect(next.left).toBe("trusted");
    next.release();
    killed.release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it("by a process of a run that others go on with is remembered for the next run", async () => {
    leaveLock(holder({ ...GONE, run: "r1" }), holder({ host: "far.example", run: "r1" }));
    const lock = await take("r1");
    expect(lock.left).toBe("none");
    lock.release();
    rmSync(lockFile);
    const next = await take("r2");
    expect(next.left).toBe("trusted");
    next.release();
  });

  it("by a process of another host counts as held, and the message says how to mend it", async () => {
    leaveLock(holder({ host: "far.example", pid: 7 }));
    const { message } = await refusal("r1");
    expect(message).toContain("process 7 on far.example, since 2026-11-24T01:38:15.000Z");
    expect(message).toContain(`if not, remove ${lockFile}`);
    const lock = await take("other");
    lock.release();
    expect(holders()).toMatchObject([{ host: "far.example" }]);
  });

  it.each(["", "{", "null", "[{}]", "[null, 1]", '{"holders":1}'])(
    "as %j by a power cut is taken over",
    async (text) => {
      mkdirSync(bufferPath);
      writeFileSync(lockFile, text);
      (await take("r1")).release();
      expect(existsSync(lockFile)).toBe(false);
    },
  );

  it("is never followed as a link", async () => {
    mkdirSync(bufferPath);
    writeFileSync(join(base, "victim"), "precious");
    symlinkSync(join(base, "victim"), lockFile);
    symlinkSync(join(base, "victim"), `${lockFile}-new`);
    (await take("r1")).release();
    expect(readFileSync(join(base, "victim"), "utf8")).toBe("precious");
  });

  it("in the middle of a change is taken over, also if that was left in the middle", async () => {
    const dead = (id: string) => JSON.stringify(holder({ pid: 2 ** 31 - 1, id }));
    mkdirSync(bufferPath);
    symlinkSync(dead("1"), `${lockFile}-busy`);
    (await take("r1")).release();
    expect(readdirSync(bufferPath)).toEqual([]);
    // Now the process that was taking it over died as well: its name is made of the first one's text.
    symlinkSync(dead("1"), `${lockFile}-busy`);
    const { hash } = await import("node:crypto");
    symlinkSync(dead("2"), `${lockFile}-busy-${hash("sha256", dead("1")).slice(0, 8)}`);
    (await take("r1")).release();
    expect(readdirSync(bufferPath)).toEqual([]);
  });

  it("that could not be let go is so as soon as its process asks again, also when it gets nothing then", async () => {
    const other = contend(0, "r1");
    await expect.poll(() => other.said, PATIENCE).toBe("held\n");
    const mine = await take("r1");
    symlinkSync(JSON.stringify(holder({ host: "far.example" })), `${lockFile}-busy`);
    mine.release();
    unlinkSync(`${lockFile}-busy`);
    expect(holders()).toHaveLength(2);
    expect(await refusal("r2")).toMatchObject({ code: "locked" });
    expect(holders()).toMatchObject([{ pid: other.pid }]);
  });

  it("that could not be let go is so a moment later, also when nobody asks again", async () => {
    const mine = await take("r1");
    symlinkSync(JSON.stringify(holder({ host: "far.example" })), `${lockFile}-busy`);
    mine.release();
    expect(holders()).toHaveLength(1);
    unlinkSync(`${lockFile}-busy`);
    await expect.poll(() => readdirSync(bufferPath), PATIENCE).toEqual([]);
  });

  it("in the middle of a change by another host is not touched", async () => {
    mkdirSync(bufferPath);
    symlinkSync(JSON.stringify(holder({ host: "far.example" })), `${lockFile}-busy`);
    const control = new AbortController();
    const waiting = take("r1", { signal: control.signal });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readdirSync(bufferPath)).toEqual([".s1.fh-lock-busy"]);
    control.abort();
    await expect(waiting).rejects.toThrow();
  });
});

describe("a lock among processes", () => {
  it("is shared by those of one run, and outlives none of them", async () => {
    const other = contend(0, "r1");
    await expect.poll(() => other.said, PATIENCE).toBe("held\n");
    const mine = await take("r1");
    expect(holders()).toHaveLength(2);
    mine.release();
    expect(await refusal("r2")).toMatchObject({
      message: expect.stringContaining(`process ${other.pid} on this host`),
    });
    other.kill("SIGKILL");
    const lock = await take("r2", { waitMs: PATIENCE.timeout });
    expect(holders()).toMatchObject([{ run: "r2" }]);
    lock.release();
  });

  it("is never held by two runs at once, whoever joins, leaves, or is killed in between", async () => {
    mkdirSync(join(base, "inside"));
    const steady = Array.from({ length: 6 }, () => contend(150, "r1,r2,r3"));
    const doomed = Array.from({ length: 6 }, () => contend(100_000, "r1,r2,r3"));
    // One after another is killed wherever it happens to be.
    for (const [at, child] of doomed.entries()) {
      await expect
        .poll(() => readdirSync(join(base, "inside")).length, { ...PATIENCE, interval: 1 })
        .toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 150 + at * 37));
      child.kill("SIGKILL");
    }
    await Promise.all([...steady, ...doomed].map(({ over }) => over));
    expect(steady.map(({ said }) => said)).toEqual(steady.map(() => "over\n"));
    expect(doomed.map(({ said }) => said)).toEqual(doomed.map(() => ""));
    (await take("r9", { waitMs: PATIENCE.timeout })).release();
    expect(existsSync(lockFile) || existsSync(`${lockFile}-busy`)).toBe(false);
  });
});
