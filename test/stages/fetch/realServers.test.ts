import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { thisProcess } from "../../../src/records/processIdentity.ts";
import { partDigest, partName } from "../../../src/sink/partName.ts";
import { versionText } from "../../../src/stages/fetch/version.ts";
import { describeServers } from "../../servers/describeServers.ts";
import { SERVER_KINDS } from "../../servers/installed.ts";
import { startServer } from "../../servers/realServer.ts";
import { bytesOf, plantFile, temporaryFolder } from "../../servers/trees.ts";
import { collect, StageWorld } from "../stageWorld.ts";
import { of1 } from "./fetchFrom.ts";
import { file, stage } from "./fetchInput.ts";

const LARGE = bytesOf("large", 3_000_000);
/** Of the first file that is planted. */
const MODIFIED = "2020-09-13T12:26:40Z";
const HALF = 1_000_000;

/** A run before this one was killed when it had the first half of a file. */
function leaveHalf(folder: string, name: string, bytes: Uint8Array): void {
  const digest = partDigest(name, versionText({ size: LARGE.length, modified: MODIFIED }, `/${name}`) ?? "", 0);
  mkdirSync(join(folder, "s"), { recursive: true });
  writeFileSync(join(folder, "s", partName({ digest, owner: "0badcafe" })), bytes);
  writeFileSync(join(folder, ".s.fh-parts"), thisProcess().boot);
}

describeServers(SERVER_KINDS, (kind) => {
  it.concurrent("goes on with a file where an earlier run stopped, as listed by MLSD or by LIST", async () => {
    using root = temporaryFolder();
    plantFile(root.path, "large.bin", LARGE);
    await using server = await startServer({ kind, root: root.path });
    for (const modified of [MODIFIED, "2020-09-13T12:26", "2020-09-13"]) {
      using world = new StageWorld();
      world.add("s", { port: server.port, user: server.user, password: server.password });
      leaveHalf(world.folder, "large.bin", LARGE.subarray(0, HALF));
      const records = await collect([file("large.bin", LARGE.length, { modified })], stage(world));
      expect(of1(records, "download")).toMatchObject({ bytes: LARGE.length, attempts: 1, resumed_from: HALF });
      expect(of1(records, "download")).not.toHaveProperty("changed");
      expect(readFileSync(join(world.folder, "s", "large.bin")).equals(LARGE)).toBe(true);
      expect(readdirSync(world.folder, { recursive: true }).toSorted()).toEqual(["s", "s/large.bin"]);
    }
  });

  it.concurrent("has another file by now than was listed, which is taken for what it is", async () => {
    using root = temporaryFolder();
    for (const name of ["small.bin", "large.bin"]) plantFile(root.path, name, LARGE.subarray(0, 90_000));
    await using server = await startServer({ kind, root: root.path });
    using world = new StageWorld();
    world.add("s", { port: server.port, user: server.user, password: server.password });
    const modified = "2020-09-13T12:25:00Z";
    const input = [file("small.bin", 5, { modified }), file("large.bin", 80_000, { modified })];
    const records = await collect(input, stage(world));
    const changed = { size: 90_000, modified: MODIFIED };
    const downloads = records.filter(({ type }) => type === "download");
    expect(downloads).toMatchObject([
      { changed, bytes: 90_000 },
      { changed, bytes: 90_000 },
    ]);
  });

  it.concurrent("compares hashes where it has some, also of what was gone on with", async () => {
    using root = temporaryFolder();
    plantFile(root.path, "large.bin", LARGE);
    await using server = await startServer({ kind, root: root.path, hashes: true });
    using world = new StageWorld();
    world.add("s", { port: server.port, user: server.user, password: server.password, verify: "hash", retries: 1 });
    const what = file("large.bin", LARGE.length, { modified: MODIFIED });
    leaveHalf(world.folder, "large.bin", LARGE.subarray(0, HALF));
    const verified = kind === "proftpd" ? expect.stringMatching(/^(sha|md5|crc)/) : "size";
    expect(of1(await collect([what], stage(world)), "download")).toMatchObject({ verified, resumed_from: HALF });
    if (kind !== "proftpd") return;
    // Half of it is of another file: only the hash can tell. What an earlier run left costs no try.
    using other = new StageWorld();
    other.add("s", { port: server.port, user: server.user, password: server.password, verify: "hash", retries: 0 });
    leaveHalf(other.folder, "large.bin", LARGE.subarray(5, HALF));
    expect(of1(await collect([what], stage(other)), "download")).toMatchObject({ verified, attempts: 1 });
    expect(readFileSync(join(other.folder, "s", "large.bin")).equals(LARGE)).toBe(true);
  });
});
