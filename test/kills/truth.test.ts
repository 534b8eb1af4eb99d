import { describe, expect, it } from "vitest";
import type { Ran } from "../pipes/shell.ts";
import type { TreeEntry } from "../servers/trees.ts";
import { bugs, fetchedAgain, lies, wrongFiles } from "./truth.ts";

const BUFFER = "/buffer";
const FOLDER: TreeEntry = { kind: "directory", size: 0, content: "", mtime: 0 };
const WHOLE = new Map([
  ["s", FOLDER],
  ["s/a", file("aaa")],
  ["s/b", file("bb")],
]);
const HALF = new Map([...WHOLE].filter(([name]) => name !== "s/b"));

function file(content: string): TreeEntry {
  return { kind: "file", size: content.length, content, mtime: 0 };
}

/** A report of `s`, and the exit code of the command that printed it. */
function ran(code: number, result: number, files: readonly (readonly [string, number])[]): Ran {
  const stdout = JSON.stringify({ s: [result, files.length, `${BUFFER}/s`, files] });
  return { stdout, stderr: "", code, codes: [0, code] };
}

function liesOf(told: Ran, tree: ReadonlyMap<string, TreeEntry>): string[] {
  return lies(told, WHOLE, { tree, leftOvers: [] }, BUFFER);
}

describe("a report", () => {
  it("that tells what is here is no lie, whole or not", () => {
    const both = [
      ["a", 3],
      ["b", 2],
    ] as const;
    expect(liesOf(ran(0, 0, both), WHOLE)).toEqual([]);
    expect(liesOf(ran(3, 1, [["a", 3]]), HALF)).toEqual([]);
    expect(liesOf(ran(137, 1, []), HALF)).toEqual([]);
  });

  it("with result 0 while files are missing is one", () => {
    expect(liesOf(ran(3, 0, [["a", 3]]), HALF)).toEqual([
      "the report says of s: result 0 with 1 of 2 files here",
      "the report says of s: result 0 with 1 of 2 files",
    ]);
  });

  it("that names what is not here, or has another size, is one", () => {
    expect(liesOf(ran(1, 1, [["b", 2]]), HALF)).toEqual([
      'the report says of s: "b" of 2 bytes, of which undefined are here',
    ]);
    expect(liesOf(ran(1, 1, [["a", 2]]), HALF)).toEqual(['the report says of s: "a" of 2 bytes, of which 3 are here']);
  });

  it("whose exit code is better than its results is one", () => {
    expect(liesOf(ran(0, 1, [["a", 3]]), HALF)).toEqual(["exit code 0 with a result 1"]);
  });

  it("that leaves a server out, or is not there at all, needs an exit code that says so", () => {
    const empty = { ...ran(3, 0, []), stdout: "{}" };
    expect(liesOf(empty, HALF)).toEqual([]);
    expect(liesOf({ ...empty, codes: [0, 0] }, HALF)).toEqual(["s is not in the report"]);
    const none = { ...empty, stdout: '{"s":[0,' };
    expect(liesOf(none, HALF)).toEqual([]);
    expect(liesOf({ ...none, codes: [0, 0] }, HALF)).toEqual(["exit code 0 without a report"]);
  });
});

it("a file with other bytes than the server's, or that the server does not have, is wrong", () => {
  const tree = new Map([...HALF, ["s/a", file("aax")], ["s/c", file("")]]);
  expect(wrongFiles(WHOLE, { tree, leftOvers: [] })).toEqual([
    'not on the server: "s/c"',
    'not as on the server: "s/a", 3 bytes',
  ]);
});

it("a command that a bug ended is told from one that was killed, whichever of them it is", () => {
  const killed = { ...ran(3, 1, []), stderr: "ftp-report: input from list-7f3a was cut (its process is gone)\n" };
  expect(bugs(killed)).toEqual([]);
  const own = "ftp-fetch: internal error: x is undefined (with -v: where; please report it)";
  expect(bugs({ ...killed, stderr: `${own}\n${killed.stderr}` })).toEqual([`a bug: ${own}`]);
  expect(bugs({ ...killed, stderr: "TypeError: x\n    at y\n\nNode.js v20.19.0\n" })).toEqual([
    "a bug: Node.js v20.19.0",
  ]);
});

it("a file that lay there whole and is fetched all the same is told, not one that is new, unchanged or hard to read", () => {
  const tree = new Map([...HALF, ["s/\u00c3\u00a9", file("")], ["s/\u00ff", file("")]]);
  const download = (name: string, status = "fetched") => ({ type: "download", server: "s", status, name });
  const records = [download("a"), download("\u00e9"), download("b"), download("a", "unchanged"), download("\ufffd")];
  const again = ['fetched again: "s/a"', 'fetched again: "s/\u00e9"'];
  expect(fetchedAgain({ tree, leftOvers: [] }, [...records, { type: "listed", server: "s" }])).toEqual(again);
});
