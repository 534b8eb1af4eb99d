import { chmodSync, existsSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ODD_NAMES } from "./oddNames.ts";
import {
  bytesOf,
  compareTrees,
  fileNames,
  filesOf,
  plantFile,
  plantFiles,
  plantOddNames,
  readTree,
  SAME,
  temporaryFolder,
} from "./trees.ts";

describe("trees of files", () => {
  it("are the same for the same arguments, times included", () => {
    using one = temporaryFolder();
    using other = temporaryFolder();
    for (const { path } of [one, other]) plantFiles(path, { count: 25 });
    expect(readTree(one.path).size).toBe(25 + 10);
    expect([...filesOf(readTree(one.path))]).toEqual([...filesOf(readTree(other.path))]);
  });

  it("spread files over folders with the sizes asked for", () => {
    using folder = temporaryFolder();
    plantFiles(folder.path, { count: 4, directories: 2, sizes: [3, 0, 7] });
    expect([...filesOf(readTree(folder.path))].map(([name, { size }]) => [name, size]).sort()).toEqual([
      ["dir00/file00000.bin", 3],
      ["dir00/file00002.bin", 7],
      ["dir01/file00001.bin", 0],
      ["dir01/file00003.bin", 3],
    ]);
  });

  it("hold odd names byte by byte", () => {
    using folder = temporaryFolder();
    plantOddNames(folder.path);
    const tree = readTree(folder.path);
    expect(ODD_NAMES.filter((name) => tree.get(`odd/${name}`)?.kind !== "file")).toEqual([]);
    expect(tree.get("odd/zero.bin")).toMatchObject({ kind: "file", size: 0 });
    expect(tree.get("empty-dir")?.kind).toBe("directory");
    expect(tree.get("links/dangling")).toMatchObject({ kind: "link", content: "nowhere" });
    expect([...tree.keys()].some((name) => name.split("/").length === 41)).toBe(true);
  });

  it("name their files; a link to a folder is not gone through", () => {
    using folder = temporaryFolder();
    plantFile(folder.path, "a/b/c.txt", bytesOf("c", 9));
    symlinkSync("a", join(folder.path, "link"));
    expect(fileNames(folder.path)).toEqual(["a/b/c.txt"]);
  });

  it("can be read by any user", () => {
    using folder = temporaryFolder();
    plantFile(folder.path, "a/b/c.txt", bytesOf("c", 9));
    expect(["", "a", "a/b", "a/b/c.txt"].map((name) => statSync(join(folder.path, name)).mode & 0o777)).toEqual([
      0o755, 0o755, 0o755, 0o644,
    ]);
  });

  it("are compared by kind, size and content", () => {
    using one = temporaryFolder();
    using other = temporaryFolder();
    for (const { path } of [one, other]) plantOddNames(path);
    expect(compareTrees(readTree(one.path), readTree(other.path))).toEqual(SAME);
    plantFile(other.path, "odd/plain.txt", bytesOf("another", 50));
    plantFile(other.path, "odd/new.txt", bytesOf("new", 1));
    plantFile(one.path, "gone.txt", bytesOf("gone", 1));
    expect(compareTrees(readTree(one.path), readTree(other.path))).toEqual({
      missing: ["gone.txt"],
      extra: ["odd/new.txt"],
      different: ["odd/plain.txt"],
    });
  });

  it("are gone at the end of their block", () => {
    let path: string;
    {
      using folder = temporaryFolder();
      path = folder.path;
      writeFileSync(join(path, "x"), "");
      chmodSync(join(path, "x"), 0o400);
    }
    expect(existsSync(path)).toBe(false);
  });
});
