import { describe, expect, it } from "vitest";
import { parseDosLine } from "../../../src/ftp/listing/dos.ts";
import type { Entry } from "../../../src/ftp/listing/entry.ts";

const NOW = new Date("2026-11-24T02:00:00Z");

/** IIS lines as in ftpparse's comments and in answers of Microsoft FTP Service; links as `dir` of Windows prints them. */
const ENTRIES: readonly (readonly [server: string, line: string, entry: Entry])[] = [
  [
    "IIS, directory",
    "04-27-00  09:09PM       <DIR>          licensed",
    { name: "licensed", kind: "directory", size: null, modified: "2000-04-27T21:09" },
  ],
  [
    "IIS, file",
    "04-14-00  03:47PM                  589 readme.htm",
    { name: "readme.htm", kind: "file", size: 589, modified: "2000-04-14T15:47" },
  ],
  [
    "IIS, file with spaces at both ends",
    "04-14-00  03:47PM                  589   read me ",
    { name: "  read me ", kind: "file", size: 589, modified: "2000-04-14T15:47" },
  ],
  [
    "IIS, directory with a leading space",
    "04-14-00  03:47PM       <DIR>            lead",
    { name: "  lead", kind: "directory", size: null, modified: "2000-04-14T15:47" },
  ],
  [
    "IIS, midnight and five digits of size",
    "11-24-26  12:05AM                12345 12345",
    { name: "12345", kind: "file", size: 12345, modified: "2026-11-24T00:05" },
  ],
  [
    "IIS, noon",
    "11-24-26  12:05PM                    0 Jan 01 12:00 x",
    { name: "Jan 01 12:00 x", kind: "file", size: 0, modified: "2026-11-24T12:05" },
  ],
  [
    "IIS with four-digit years",
    "02-25-2016  04:37PM       <DIR>          aspnet_client",
    { name: "aspnet_client", kind: "directory", size: null, modified: "2016-02-25T16:37" },
  ],
  [
    "IIS with four-digit years, file",
    "02-25-2016  04:37PM           5368709120 big.bak",
    { name: "big.bak", kind: "file", size: 5368709120, modified: "2016-02-25T16:37" },
  ],
  [
    "IIS of the last century",
    "12-31-99  11:59PM                    1 old",
    { name: "old", kind: "file", size: 1, modified: "1999-12-31T23:59" },
  ],
  [
    "a Windows server with 24 hours",
    "07-18-26  22:16       <DIR>          pub",
    { name: "pub", kind: "directory", size: null, modified: "2026-07-18T22:16" },
  ],
  [
    "a Windows server with ISO dates",
    "2026-01-31  23:59                  42 iso-date.txt",
    { name: "iso-date.txt", kind: "file", size: 42, modified: "2026-01-31T23:59" },
  ],
  [
    "a server that pads a directory its own way",
    "07-18-26  10:16AM <DIR> pub",
    { name: "pub", kind: "directory", size: null, modified: "2026-07-18T10:16" },
  ],
  [
    "dir, junction",
    "01-31-24  12:00PM    <JUNCTION>     Documents [C:\\Users\\alice\\Documents]",
    {
      name: "Documents",
      kind: "link",
      size: null,
      modified: "2024-01-31T12:00",
      target: "C:\\Users\\alice\\Documents",
    },
  ],
  [
    "dir, link to a file",
    "06-04-2018  17:23    <SYMLINK>      file [1] [d1\\da.txt]",
    { name: "file [1]", kind: "link", size: null, modified: "2018-06-04T17:23", target: "d1\\da.txt" },
  ],
  [
    "dir, link to a directory",
    "06-04-2018  18:03    <SYMLINKD>     alone",
    { name: "alone", kind: "link", size: null, modified: "2018-06-04T18:03" },
  ],
  [
    "a month that is none",
    "13-32-26  01:38PM                    5 a.txt",
    { name: "a.txt", kind: "file", size: 5, modified: null },
  ],
];

describe("a line of a DOS LIST", () => {
  it.each(ENTRIES)("is read as printed by %s", (_server, line, entry) => {
    expect(parseDosLine(line, NOW)).toEqual(entry);
  });

  it.each([".", ".."])("carries no entry when it is the directory %s", (name) => {
    expect(parseDosLine(`04-27-00  09:09PM       <DIR>          ${name}`, NOW)).toBe("ignored");
  });

  it.each([
    ["Unix", "-rw-r--r--    1 ftp      ftp            52 Sep 13  2020 a.txt"],
    ["the heading of dir", " Directory of C:\\inetpub"],
    ["the footing of dir", "               3 Dir(s)  51,835,408,384 bytes free"],
    ["a date of unknown order", "28/01/2018  11:00             8365 fileLink1--mitH.txt"],
    ["a size with separators", "01-31-24  12:00PM                1,234 report.txt"],
    ["Nortel's VxWorks", "2048    Feb-28-1998  05:23:30   47-nortel-vxworks dir <DIR>"],
    ["a line without a name", "04-27-00  09:09PM       <DIR>          "],
    ["a cut line", "04-14-00  03:47PM                  589"],
    ["nothing", ""],
  ])("is rejected, not misread, when it is %s", (_what, line) => {
    expect(parseDosLine(line, NOW)).toBe("rejected");
  });
});
