import { cpSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../servers/trees.ts";
import { Stopped } from "../../stopSignal.ts";
import { faultsIn, filesIn, plantWideTree, type WideTree, wideFiles } from "./wideTree.ts";

const TREE: WideTree = { seed: "some", folders: 3, filesPerFolder: 5 };
const GO_ON = new AbortController().signal;

describe("a wide tree", () => {
  it("has files of 100 to 500 bytes, no two of them alike", () => {
    const files = Object.values(wideFiles(TREE));
    expect(files).toHaveLength(filesIn(TREE));
    expect(new Set(files.map((bytes) => bytes.toString("hex"))).size).toBe(15);
    expect(files.every(({ length }) => length >= 100 && length <= 500)).toBe(true);
  });

  it("is found again in a copy, and each file that is missing, changed, moved or too many is counted", async () => {
    using folder = temporaryFolder();
    const [root, copy] = [`${folder.path}/root`, `${folder.path}/copy`];
    await plantWideTree(root, TREE, GO_ON);
    cpSync(root, copy, { recursive: true });
    expect(await faultsIn(copy, TREE, GO_ON)).toEqual({ wrong: 0, surplus: 0 });
    rmSync(`${copy}/d00/file-000000.dat`);
    const changed = `${copy}/d00/file-000001.dat`;
    writeFileSync(changed, Buffer.alloc(statSync(changed).size));
    renameSync(`${copy}/d01/file-000002.dat`, `${copy}/d01/file-000009.dat`);
    writeFileSync(`${copy}/d02/.part`, "");
    writeFileSync(`${copy}/other`, "");
    expect(await faultsIn(copy, TREE, GO_ON)).toEqual({ wrong: 3, surplus: 3 });
    expect(await faultsIn(`${folder.path}/nowhere`, TREE, GO_ON)).toEqual({ wrong: 15, surplus: 0 });
  });

  it("is not written on when a signal came", async () => {
    using folder = temporaryFolder();
    const planted = plantWideTree(`${folder.path}/root`, TREE, AbortSignal.abort(new Stopped()));
    await expect(planted).rejects.toBeInstanceOf(Stopped);
  });
});
