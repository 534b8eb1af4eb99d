import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/ftp/listing/entry.ts";
import { ListingReader } from "../../../src/ftp/listing/listing.ts";

const NOW = new Date("2026-11-24T02:00:00Z");

function read(format: "mlsd" | "list", lines: readonly string[]) {
  const reader = new ListingReader({ format, now: NOW });
  const entries: Entry[] = [];
  reader.push(Buffer.from(lines.map((line) => `${line}\r\n`).join(""), "latin1"), (entry) => entries.push(entry));
  reader.end((entry) => entries.push(entry));
  return { reader, names: entries.map((entry) => entry.name) };
}

const unix = (name: string) => `-rw-r--r--    1 ftp      ftp            52 Sep 13  2020 ${name}`;
const dos = (name: string) => `04-14-00  03:47PM                  589 ${name}`;
const mlsd = (name: string) => `type=file;size=52;modify=20200913122842; ${name}`;

describe("a listing", () => {
  it("counts its lines, its entries and what it could not read", () => {
    const { reader, names } = read("list", [
      "total 8",
      "drwxr-xr-x    2 ftp      ftp          4096 Nov 24 01:57 .",
      "drwxr-xr-x   17 ftp      ftp          4096 Nov 24 01:57 ..",
      unix("a"),
      "",
      unix("b"),
    ]);
    expect(names).toEqual(["a", "b"]);
    expect(reader).toMatchObject({ lines: 5, entries: 2, rejected: 0 });
    expect(reader.rejectedSample).toBeUndefined();
  });

  it("hands on each entry as soon as its line is over", () => {
    const reader = new ListingReader({ format: "mlsd", now: NOW });
    const names: string[] = [];
    const push = (text: string) => reader.push(Buffer.from(text, "latin1"), (entry) => names.push(entry.name));
    push(`${mlsd("a")}\r`);
    expect(names).toEqual([]);
    push("\ntype=file; b");
    expect(names).toEqual(["a"]);
    push("c\r\n");
    expect(names).toEqual(["a", "bc"]);
  });

  it("takes a last line without a line end", () => {
    const reader = new ListingReader({ format: "list", now: NOW });
    const names: string[] = [];
    reader.push(Buffer.from(unix("last"), "latin1"), (entry) => names.push(entry.name));
    reader.end((entry) => names.push(entry.name));
    expect(names).toEqual(["last"]);
    expect(reader).toMatchObject({ lines: 1, entries: 1 });
  });

  it("is not whole when a name has a line feed (ProFTPD 1.3.8 and vsftpd 3.0.3 send it as it is)", () => {
    for (const [format, line] of [
      ["list", unix],
      ["mlsd", mlsd],
    ] as const) {
      const { reader } = read(format, [line("nl\nin name"), line("other")]);
      expect(reader).toMatchObject({ lines: 3, entries: 2, rejected: 1, rejectedSample: "in name" });
    }
  });

  it("keeps 200 characters of the first line that it could not read", () => {
    const { reader } = read("list", [unix("a"), "?".repeat(500), "second"]);
    expect(reader.rejected).toBe(2);
    expect(reader.rejectedSample).toBe("?".repeat(200));
  });

  it("rejects a line beyond any name's length, and reads on", () => {
    const { reader, names } = read("list", [unix("x".repeat(20_000)), unix("b")]);
    expect(names).toEqual(["b"]);
    expect(reader).toMatchObject({ lines: 2, entries: 1, rejected: 1 });
    expect(reader.rejectedSample).toBe(unix("x".repeat(20_000)).slice(0, 200));
  });

  it("of LIST is read in Unix and in DOS style, also when both are mixed", () => {
    expect(read("list", [unix("a"), unix("b")]).names).toEqual(["a", "b"]);
    expect(read("list", [dos("a"), dos("b")]).names).toEqual(["a", "b"]);
    const mixed = read("list", [dos("a"), unix("b"), "total 4", dos("c"), "nonsense"]);
    expect(mixed.names).toEqual(["a", "b", "c"]);
    expect(mixed.reader).toMatchObject({ lines: 5, rejected: 1 });
  });

  it("of MLSD is not read as LIST", () => {
    const { reader, names } = read("mlsd", [unix("a"), dos("b"), mlsd("c")]);
    expect(names).toEqual(["c"]);
    expect(reader.rejected).toBe(2);
  });

  it("of z/OS has no entries and is not whole", () => {
    const { reader, names } = read("list", [
      "Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname",
      "WYOSPT 3420   2003/05/21  1  200  FB      80  8053  PS  48-MVS.FILE",
    ]);
    expect(names).toEqual([]);
    expect(reader).toMatchObject({ lines: 2, rejected: 2 });
  });
});
