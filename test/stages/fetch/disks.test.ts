import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { Durability } from "../../../src/sink/durability.ts";
import { tinyDisk } from "../../flow/tinyDisk.ts";
import { PATIENCE } from "../../patience.ts";
import { startScriptedServer } from "../../servers/scriptedServer.ts";
import { collect, fieldOf, StageWorld } from "../stageWorld.ts";
import { fetch, of1 } from "./fetchFrom.ts";
import { file, stage } from "./fetchInput.ts";

const BIG = "x".repeat(900_000);
const FILES = { "/big": BIG, "/a": "one", "/in/b": "two" };
const INPUT = [file("big", BIG.length), file("a", 3), file("in/b", 3)];

const openFiles = () => readdirSync("/proc/self/fd").length;

describe("a disk", () => {
  it("a full disk is a clear failure, leaves no partial file, and others go on", async ({ skip }) => {
    using disk = tinyDisk(400_000);
    if (disk === undefined) return skip("this user may not mount a small disk");
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port, buffer_path: disk.folder, retries: 2 });
    const before = openFiles();
    const records = await collect(INPUT, stage(world));
    const message = `${disk.folder}/s/big: no space left on the disk (or no inodes: see df -i)`;
    expect(of1(records, "failure")).toMatchObject({ path: "/big", code: "disk", retry: false, attempts: 1, message });
    expect(fieldOf(records, "download", "name").toSorted()).toEqual(["a", "in/b"]);
    expect(readdirSync(disk.folder, { recursive: true }).toSorted()).toEqual(["s", "s/a", "s/in", "s/in/b"]);
    await vi.waitFor(() => expect(openFiles()).toBeLessThanOrEqual(before), PATIENCE);
  });

  it("a read-only disk is a clear failure", async ({ skip }) => {
    using disk = tinyDisk(400_000);
    if (disk === undefined) return skip("this user may not mount a small disk");
    execFileSync("mount", ["-o", "remount,ro", disk.folder]);
    await using server = await startScriptedServer({ files: FILES });
    using world = new StageWorld();
    world.add("s", { port: server.port, buffer_path: disk.folder });
    world.add("t", { port: server.port });
    const records = await collect([...INPUT, file("a", 3, { server: "t" })], stage(world));
    const failures = records.filter(({ type }) => type === "failure");
    expect(failures).toHaveLength(3);
    for (const failure of failures) {
      expect(failure).toMatchObject({ server: "s", code: "disk", retry: false });
      expect(failure["message"]).toContain("the disk is read-only");
    }
    expect(fieldOf(records, "download", "server")).toEqual(["t"]);
  });

  it("a file where a folder must be is a clear failure, and others go on", async () => {
    const world = new StageWorld();
    mkdirSync(join(world.folder, "s", "a"), { recursive: true });
    writeFileSync(join(world.folder, "s", "in"), "");
    const { records, landed } = await fetch(
      { files: { ...FILES, "/c": "c" } },
      [...INPUT, file("c", 1)],
      {},
      {},
      world,
    );
    expect(
      Object.fromEntries(records.filter(({ type }) => type === "failure").map((one) => [one["name"], one["message"]])),
    ).toEqual({
      a: `${world.folder}/s/a: a folder lies where the file should be: move it away`,
      "in/b": `${world.folder}/s/in: a file lies where a folder should be: move it away`,
    });
    expect(landed).toEqual(["a", "big", "c", "in"]);
  });
});

describe("a power cut", () => {
  it("`fsync: true`: a file is on the disk before it has its name", async () => {
    const world = new StageWorld();
    const local = join(world.folder, "s", "in", "b");
    const seen: [string, boolean][] = [];
    vi.spyOn(Durability.prototype, "bytes").mockImplementation(async () => void seen.push(["file", existsSync(local)]));
    vi.spyOn(Durability.prototype, "names").mockImplementation(async (folder) => {
      seen.push([String(folder), existsSync(local)]);
    });
    const changed = vi.spyOn(Durability.prototype, "changed");
    const { records } = await fetch({ files: FILES }, [file("in/b", 3)], { fsync: true }, {}, world);
    expect(of1(records, "download")).toMatchObject({ status: "fetched" });
    expect(seen).toEqual([
      ["file", false],
      [join(world.folder, "s", "in"), true],
    ]);
    // And the folders that got new ones in them.
    expect(changed.mock.calls).toEqual([[world.folder], [join(world.folder, "s")]]);
    await fetch({ files: FILES }, [file("in/b", 3)]);
    expect(seen).toHaveLength(2);
    vi.restoreAllMocks();
  });

  it("`fsync: true` works on the disk that is here", async () => {
    const { records, contents } = await fetch({ files: FILES }, INPUT, { fsync: true });
    expect(fieldOf(records, "download", "status")).toEqual(["fetched", "fetched", "fetched"]);
    expect(contents).toEqual(["one", BIG]);
  });
});
