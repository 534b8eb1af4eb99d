import { describe, expect, it } from "vitest";
import { announcedBytes, announcedLines } from "../../src/ftp/announced.ts";
import type { DataConnection } from "../servers/scripted/dataConnection.ts";
import type { Handler, Script } from "../servers/scripted/script.ts";
import { faultOf } from "./faultOf.ts";
import { listed, namesIn, read, take } from "./openSession.ts";
import { sending, sessionOn } from "./sessionOn.ts";

const FILES = { "/a.txt": "hello\n", "/sub/b": "b" };
const LISTS = /^(MLSD|LIST)/;
const FILE = "-rw-r--r-- 1 ftp ftp 1 Jan  2  2026 b";
const ITSELF = "type=cdir;modify=20260102030405; .";

/** Another client was faster at the port: it gets the data, and ours an orderly end. */
const nothing = async (_: DataConnection) => {};

/** One transfer goes to another client, the others to us. */
function stolen(which: number, begin = "150 Here.", final = "226 Done."): Handler {
  return (session, argument) =>
    session.count() === which ? sending(nothing, begin, final)(session, argument) : session.proceed();
}

const said = (text: string) => ({ code: Number(text.slice(0, 3)), text, shown: text });

describe("what a server says that it sends", () => {
  it.each([
    ["150 Opening BINARY mode data connection for a.bin (1234 bytes)", "a.bin", 1234], // ProFTPD 1.3.8
    ["150 Opening BINARY mode data connection for a.bin (0 bytes).", "a.bin", 0], // vsftpd 3.0.3
    ["150 Opening BINARY mode data connection for x (5 bytes) (77 bytes)", "x (5 bytes)", 77],
    ["150 Opening BINARY mode data connection for x (5 bytes)", "x (5 bytes)", undefined], // ProFTPD 1.3.8, nothing left
    ["150 Opening BINARY mode data connection for 900 bytes.txt (12 bytes)", "/in/900 bytes.txt", 12],
    ["150 Here come 43 bytes", "", 43],
    ["150 Here comes the directory listing.", "", undefined], // vsftpd 3.0.3
    ["150 6.0 kbytes to download", "a.bin", undefined],
    ["150 1,234 bytes", "a.bin", undefined],
    ["150 Accepted data connection", "a.bin", undefined], // Pure-FTPd 1.0.50
  ])("%s", (text, name, bytes) => {
    expect(announcedBytes(said(text), name)).toBe(bytes);
  });

  it.each([
    ["226-Options: -a -l \r\n226 7 matches total", 7], // Pure-FTPd 1.0.50
    ["226 Transfer complete", undefined],
  ])("%j", (text, lines) => {
    expect(announcedLines(said(text))).toBe(lines);
  });
});

describe("a listing that another client got", () => {
  it.each([
    ["150 Here come 43 bytes.", "226 Done."],
    ["150 Here.", "226 7 matches total"],
  ])("is none where the server says that it sent one: %s, %s", async (begin, final) => {
    await using ftp = await sessionOn({ files: FILES, on: { MLSD: stolen(1, begin, final) } });
    expect(await faultOf(listed(ftp.session, "/"))).toMatchObject({ code: "cut_off", retry: true });
    expect(ftp.session.usable).toBe(true);
    expect(await namesIn(ftp.session, "/")).toHaveLength(2);
  });

  it("is asked for again when it is the first one: it may be all of a server", async () => {
    for (const command of ["MLSD", "LIST"]) {
      const tree = command === "MLSD" ? { files: FILES } : { list: { "/": [FILE], "/sub": [FILE] } };
      await using ftp = await sessionOn({ ...tree, on: { [command]: stolen(1) } });
      expect(await namesIn(ftp.session, "/")).not.toEqual([]);
      expect(ftp.lines(LISTS)).toHaveLength(2);
    }
  });

  it.each([
    ["MLSD", { mlsd: { "/": [ITSELF], "/sub": [ITSELF, "type=file;size=1; b"] } }],
    ["LIST", { list: { "/": ["total 0"], "/sub": ["total 4", FILE] } }],
  ])("is asked for again where folders show themselves: %s", async (command, tree) => {
    await using ftp = await sessionOn({ ...tree, on: { [command]: stolen(2) } });
    expect(await namesIn(ftp.session, "/")).toEqual([]);
    expect(await namesIn(ftp.session, "/sub")).toEqual(["b"]);
    expect(ftp.lines(LISTS)).toHaveLength(3);
  });

  it.each([
    ["150 Here come 0 bytes.", "226 Done."],
    ["150 Here.", "226 0 matches total"],
    ["150 Here.", "226 Done."],
  ])("can't be told from an empty one otherwise: %s, %s", async (begin, final) => {
    await using ftp = await sessionOn({ files: FILES, on: { MLSD: stolen(2, begin, final) } });
    expect(await namesIn(ftp.session, "/")).toHaveLength(2);
    expect(await listed(ftp.session, "/")).toMatchObject({ entries: [], incomplete: undefined });
  });

  it("is none when it is empty twice where folders show themselves", async () => {
    await using ftp = await sessionOn({ mlsd: { "/": [ITSELF], "/sub": [] } });
    await namesIn(ftp.session, "/");
    expect(await faultOf(listed(ftp.session, "/sub"))).toMatchObject({ code: "denied" });
  });
});

describe("a file that another client got", () => {
  const BEGIN = "150 Opening BINARY mode data connection for /a.txt (6 bytes).";

  it.each([null, 6, 7])("is no empty file where the server says how much it sent (listed: %s)", async (expected) => {
    await using ftp = await sessionOn({ files: FILES, on: { RETR: stolen(1, BEGIN) } });
    expect(await faultOf(take(ftp.session, "/a.txt", expected, () => {}))).toMatchObject({
      code: "cut_off",
      retry: true,
      message: "0 of the 6 bytes that the server announced came",
    });
    expect(await read(ftp.session, "/a.txt")).toBe("hello\n");
  });

  it.each([
    ["fewer than came", "150 Here (1 bytes).", null],
    ["more than came, but as many as were listed did", "150 Here (100 bytes).", 6],
  ])("is not what it is when the number is wrong: %s", async (_, begin, expected) => {
    const hello = sending((data) => data.send("hello\n"), begin);
    await using ftp = await sessionOn({ files: FILES, on: { RETR: hello } });
    expect(await read(ftp.session, "/a.txt", expected)).toBe("hello\n");
  });

  it.each([
    ["the rest's size (ProFTPD)", "150 Here (2 bytes)", "o\n", true],
    ["the whole file's size (vsftpd)", "150 Here (6 bytes).", "o\n", true],
    ["more than the rest", "150 Here (5000 bytes)", "o\n", false],
    ["the size of a file that is shorter by now (vsftpd)", "150 Here (3 bytes).", "", false],
  ])("after REST says %s", async (_, begin, bytes, isWhole) => {
    const on: Script["on"] = { RETR: sending((data) => data.send(bytes), begin) };
    await using ftp = await sessionOn({ files: FILES, on });
    const retrieved = ftp.session.retrieve({ path: "/a.txt", from: 4, expected: null, most: 100, chunk: () => {} });
    if (isWhole) expect(await retrieved).toEqual({ size: 6, from: 4 });
    else expect(await faultOf(retrieved)).toMatchObject({ code: "cut_off" });
  });
});
