import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/ftp/listing/entry.ts";
import { parseMlsdLine } from "../../../src/ftp/listing/mlsd.ts";

const NOW = new Date("2026-11-24T02:00:00Z");

/** What ProFTPD 1.3.8 puts behind the facts that matter. */
const UNIX = "unique=FE00U20E0D6;UNIX.group=0;UNIX.groupname=nogroup;UNIX.mode=0644;UNIX.owner=0;UNIX.ownername=lab;";

/** Lines of ProFTPD 1.3.8 and Pure-FTPd 1.0.50 were sent by running servers, where nothing else is said. */
const ENTRIES: readonly (readonly [server: string, line: string, entry: Entry])[] = [
  [
    "ProFTPD 1.3.8, name with a leading space",
    `modify=20200913122842;perm=adfr;size=52;type=file;${UNIX}  leading space`,
    { name: " leading space", kind: "file", size: 52, modified: "2020-09-13T12:28:42Z" },
  ],
  [
    "ProFTPD 1.3.8, name with trailing spaces",
    `modify=20200913122640;perm=adfr;size=1;type=file;${UNIX} three trailing   `,
    { name: "three trailing   ", kind: "file", size: 1, modified: "2020-09-13T12:26:40Z" },
  ],
  [
    "ProFTPD 1.3.8, name that looks like facts",
    `modify=20200913130720;perm=adfr;size=90;type=file;${UNIX} size=5;type=dir; x`,
    { name: "size=5;type=dir; x", kind: "file", size: 90, modified: "2020-09-13T13:07:20Z" },
  ],
  [
    "ProFTPD 1.3.8, name that begins with a semicolon",
    `modify=20200913122640;perm=adfr;size=1;type=file;${UNIX} ; semi first`,
    { name: "; semi first", kind: "file", size: 1, modified: "2020-09-13T12:26:40Z" },
  ],
  [
    "ProFTPD 1.3.8, name with an arrow",
    `modify=20200913124801;perm=adfr;size=71;type=file;${UNIX} a -> b`,
    { name: "a -> b", kind: "file", size: 71, modified: "2020-09-13T12:48:01Z" },
  ],
  [
    "ProFTPD 1.3.8, name in GBK",
    `modify=20200913123246;perm=adfr;size=56;type=file;${UNIX} \xd6\xd0\xce\xc4\xce\xc4\xbc\xfe.dat`,
    { name: "\xd6\xd0\xce\xc4\xce\xc4\xbc\xfe.dat", kind: "file", size: 56, modified: "2020-09-13T12:32:46Z" },
  ],
  [
    "ProFTPD 1.3.8, 0xff and CR in names",
    `modify=20200913122640;perm=adfr;size=1;type=file;${UNIX} \xff\xfe cr\rin\x01 \xe2\x80\xa8 name\r`,
    { name: "\xff\xfe cr\rin\x01 \xe2\x80\xa8 name\r", kind: "file", size: 1, modified: "2020-09-13T12:26:40Z" },
  ],
  [
    "ProFTPD 1.3.8, 5 GiB",
    `modify=20261124015745;perm=adfr;size=5368709120;type=file;${UNIX} sparse5g`,
    { name: "sparse5g", kind: "file", size: 5368709120, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "ProFTPD 1.3.8, directory",
    `modify=20261124015745;perm=flcdmpe;type=dir;${UNIX} ...`,
    { name: "...", kind: "directory", size: null, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "ProFTPD 1.3.8, link",
    `modify=20261124015745;perm=dfr;size=10;type=OS.unix=symlink;${UNIX} link -> twice`,
    { name: "link -> twice", kind: "link", size: 10, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "ProFTPD with FactsOptions UseSlink, target with a space",
    `modify=20261124015745;perm=dfr;size=10;type=OS.unix=slink:/my files/a=b;${UNIX} to files`,
    { name: "to files", kind: "link", size: 10, modified: "2026-11-24T01:57:45Z", target: "/my files/a=b" },
  ],
  [
    "ProFTPD with a group of Active Directory",
    "modify=20261124015745;size=3;type=file;UNIX.groupname=domain users;UNIX.ownername=dom\\j doe; a.txt",
    { name: "a.txt", kind: "file", size: 3, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "Pure-FTPd 1.0.50, file",
    "type=file;size=70;modify=20200913124700;UNIX.mode=0644;UNIX.uid=0;UNIX.gid=0;unique=fe00g20e0e8; hash#frag;type=a",
    { name: "hash#frag;type=a", kind: "file", size: 70, modified: "2020-09-13T12:47:00Z" },
  ],
  [
    "Pure-FTPd 1.0.50, directory has sizd",
    "type=dir;sizd=4096;modify=20261124015745;UNIX.mode=0755;UNIX.uid=0;UNIX.gid=0;unique=fe00g20e0d3; dir with space",
    { name: "dir with space", kind: "directory", size: null, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "Pure-FTPd 1.0.50, link without its target",
    "type=OS.unix=slink:;size=10;modify=20261124015745;UNIX.mode=0777;UNIX.uid=0;UNIX.gid=0;unique=fe00g20e118; to-file",
    { name: "to-file", kind: "link", size: 10, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "Pure-FTPd 1.0.50, fifo",
    "type=unknown;size=0;modify=20261124015745;UNIX.mode=0644;UNIX.uid=0;UNIX.gid=0;unique=fe00g20e119; fifo",
    { name: "fifo", kind: "other", size: 0, modified: "2026-11-24T01:57:45Z" },
  ],
  [
    "a server that gives fractions of a second",
    "type=file;modify=20130326153845.123;size=1234; report.csv",
    { name: "report.csv", kind: "file", size: 1234, modified: "2013-03-26T15:38:45.123Z" },
  ],
  [
    "a Windows server with a path in its own style",
    "type=file;size=1; C:\\data\\a.txt",
    { name: "C:\\data\\a.txt", kind: "file", size: 1, modified: null },
  ],
  [
    "RFC 3659 §7.7.1, facts in capitals",
    "Type=file;Size=25730;Modify=19940728095854;Perm=; cap60.pl198.tar.gz",
    { name: "cap60.pl198.tar.gz", kind: "file", size: 25730, modified: "1994-07-28T09:58:54Z" },
  ],
  [
    "RFC 3659 §7.7.4, link",
    "Type=OS.unix=slink:/foobar;Perm=;Unique=keVO1+4G4; foobar",
    { name: "foobar", kind: "link", size: null, modified: null, target: "/foobar" },
  ],
  [
    "RFC 3659 §7.7.4, device",
    "Type=OS.unix=chr-13/29;Perm=;Unique=keVO1+5G4; device",
    { name: "device", kind: "other", size: null, modified: null },
  ],
  [
    "a server that indents",
    " TYPE=FILE;SIZE=5;MODIFY=20261124013815; a.txt",
    { name: "a.txt", kind: "file", size: 5, modified: "2026-11-24T01:38:15Z" },
  ],
  [
    "a server without the last semicolon",
    "type=file;size=5 a;b=c.txt",
    { name: "a;b=c.txt", kind: "file", size: 5, modified: null },
  ],
];

describe("a line of MLSD", () => {
  it.each(ENTRIES)("is read as %s sends it", (_server, line, entry) => {
    expect(parseMlsdLine(line, NOW)).toEqual(entry);
  });

  it.each([
    ["ProFTPD's own directory", `modify=20261124015745;perm=fle;type=cdir;${UNIX} .`],
    ["ProFTPD's parent", `modify=20261124015745;perm=fle;type=pdir;${UNIX} ..`],
    ["the own directory by its path (RFC 3659 §7.7.1)", "Type=cdir;Modify=19981107085215;Perm=el; /tmp"],
    ["the own directory as an ordinary one", "type=dir; ."],
    ["the parent as an ordinary directory", "type=dir; .."],
  ])("carries no entry when it is %s", (_what, line) => {
    expect(parseMlsdLine(line, NOW)).toBe("ignored");
  });

  it.each([
    ["the rest of a name with a line feed", "in name"],
    ["a line of LIST", "-rw-r--r--   1 0        0              90 Sep 13  2020 size=5;type=dir; x"],
    ["a line without facts (RFC 3659 §7.2 allows it, but what is it?)", " name"],
    ["facts without a type", "size=5;modify=20261124013815; a.txt"],
    ["a name without bytes", "type=file;size=5; "],
    ["facts without a name", "type=file;size=5;"],
    ["a fact without a value", "type=file;size; a.txt"],
    ["a cut type", "type=fi"],
    ["nothing", ""],
  ])("is rejected when it is %s", (_what, line) => {
    expect(parseMlsdLine(line, NOW)).toBe("rejected");
  });

  it.each([
    ["size=-1;modify=20261124013815;", null, "2026-11-24T01:38:15Z"],
    ["size=99999999999999999999;modify=20261124;", null, null],
    ["size=;modify=20261324013815;", null, null],
    ["size=0x10;modify=20260230013815;", null, null],
    ["size=7;modify=20261124243815;", 7, null],
    ["size=7;modify=20261124013861;", 7, null],
    ["size=7;modify=191001124013815;", 7, null],
    ["size=7;modify=20161231235960;", 7, "2016-12-31T23:59:59Z"],
    ["size=7;modify=20261124013815.1234567;", 7, "2026-11-24T01:38:15.123Z"],
    ["size=7;modify=20261124013815.5;", 7, "2026-11-24T01:38:15.500Z"],
  ])("keeps its name when its facts are %s", (facts, size, modified) => {
    expect(parseMlsdLine(`type=file;${facts} a.txt`, NOW)).toEqual({ name: "a.txt", kind: "file", size, modified });
  });
});
