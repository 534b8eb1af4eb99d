import { describe, expect, it } from "vitest";
import { find, treeOf } from "../../src/demo/tree.ts";

const file = (path: string, day = 1) => ({
  path,
  bytes: Buffer.from(path),
  modified: new Date(Date.UTC(2026, 0, day)),
});

describe("a demo server's tree", () => {
  it("has the folders that its files' paths imply, as new as their newest file", () => {
    const root = treeOf([file("/a/b/old", 1), file("/a/new", 3), file("/c", 2)]);
    expect(find(root, "/a")).toMatchObject({ kind: "folder", modified: new Date(Date.UTC(2026, 0, 3)) });
    expect(find(root, "/a/b")).toMatchObject({ kind: "folder", modified: new Date(Date.UTC(2026, 0, 1)) });
    expect(find(root, "/c")).toMatchObject({ kind: "file", bytes: Buffer.from("/c") });
    expect(find(root, "/")).toBe(root);
  });

  it.each(["/x", "/a/x", "/a/b/x", "/c/x"])("has nothing at %s", (path) => {
    expect(find(treeOf([file("/a/b"), file("/c")]), path)).toBeUndefined();
  });

  it.each(["", "/", "a", "/a/", "//a", "/a/../b", "/.", "/a\nb", "/a\rb"])("takes no file at %j", (path) => {
    expect(() => treeOf([file(path)])).toThrow("plain absolute path");
  });

  it.each(["/..a", "/.hidden", "/a../b", "/a b"])("takes a file at %j", (path) => {
    expect(find(treeOf([file(path)]), path)).toMatchObject({ kind: "file" });
  });

  it("takes no two things at one path", () => {
    expect(() => treeOf([file("/a"), file("/a")])).toThrow("there twice");
    expect(() => treeOf([file("/a/b"), file("/a")])).toThrow("there twice");
    expect(() => treeOf([file("/a"), file("/a/b")])).toThrow("not a folder");
  });
});
