import { cpSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filesOf, readTree, temporaryFolder } from "../../servers/trees.ts";
import { ChangingTree } from "./changingTree.ts";

describe("a tree that changes", () => {
  it("changes a few files at each step, always their size too, and has no other names than at first", () => {
    using folder = temporaryFolder();
    const tree = new ChangingTree(`${folder.path}/tree`, 20);
    let before = filesOf(readTree(tree.root));
    const names = [...before.keys()];
    const seen = { changed: 0, gone: 0, back: 0 };
    for (let step = 0; step < 12; step++) {
      tree.change();
      const after = filesOf(readTree(tree.root));
      const others = names.filter((name) => before.get(name)?.content !== after.get(name)?.content);
      expect(others.length).toBeLessThanOrEqual(2);
      for (const name of others) {
        const [was, is] = [before.get(name), after.get(name)];
        expect(is?.size).not.toBe(was?.size);
        seen[was === undefined ? "back" : is === undefined ? "gone" : "changed"]++;
      }
      expect([...after.keys()].filter((name) => !names.includes(name))).toEqual([]);
      before = after;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  it("knows what a copy lacks, has wrong or keeps", () => {
    using folder = temporaryFolder();
    const tree = new ChangingTree(`${folder.path}/tree`, 20);
    const copy = `${folder.path}/copy`;
    expect(tree.faultsOf(copy)).toEqual([`${copy} is missing`]);
    cpSync(tree.root, copy, { recursive: true });
    expect(tree.faultsOf(copy)).toEqual([]);
    rmSync(`${copy}/dir1/file1.bin`);
    writeFileSync(`${copy}/dir2/file2.bin`, "");
    writeFileSync(`${copy}/dir3/.0123456789abcdef-01234567.fh-part`, "");
    writeFileSync(`${copy}/dir4/file-that-vanished.bin`, "");
    expect(tree.faultsOf(copy)).toEqual([
      `${copy}/dir1/file1.bin is missing`,
      `${copy}/dir2/file2.bin has other bytes`,
      `${copy}/dir3/.0123456789abcdef-01234567.fh-part was left`,
    ]);
    expect(existsSync(`${copy}/dir4/file-that-vanished.bin`)).toBe(true);
  });
});
