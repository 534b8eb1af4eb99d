import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/ftp/listing/entry.ts";
import { parseUnixLine } from "../../../src/ftp/listing/unix.ts";

const NOW = new Date("2026-11-24T02:00:00Z");

/**
 * Lines of vsftpd 3.0.3, ProFTPD 1.3.8 and Pure-FTPd 1.0.50 were sent by running servers (some names put together from two); those
 * of older servers stand in the comments of D. J. Bernstein's ftpparse and in FileZilla's collection of listings.
 */
type Row = readonly [server: string, line: string, entry: Entry];

const entry = (name: string, kind: Entry["kind"], size: number | null, modified: string | null): Entry => ({
  name,
  kind,
  size,
  modified,
});
const link = (name: string, target: string, size: number, modified: string): Entry => ({
  ...entry(name, "link", size, modified),
  target,
});

const VSFTPD = "-rw-r--r--    1 ftp      ftp            52 Sep 13  2020";

const SERVERS: readonly Row[] = [
  ["vsftpd 3.0.3, leading space", `${VSFTPD}  leading space`, entry(" leading space", "file", 52, "2020-09-13")],
  [
    "vsftpd 3.0.3, three leading spaces",
    `${VSFTPD}    three leading`,
    entry("   three leading", "file", 52, "2020-09-13"),
  ],
  ["vsftpd 3.0.3, leading tab", `${VSFTPD} \ttab first`, entry("\ttab first", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, trailing space", `${VSFTPD} trailing space `, entry("trailing space ", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, digits", `${VSFTPD} 12345`, entry("12345", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, a year", `${VSFTPD} 2020 report`, entry("2020 report", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, a time", `${VSFTPD} 12:30 lunch`, entry("12:30 lunch", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, a date", `${VSFTPD} Jan 01 12:00 x`, entry("Jan 01 12:00 x", "file", 52, "2020-09-13")],
  [
    "vsftpd 3.0.3, a size and a date",
    `${VSFTPD} 5 Jan 01 12:00 x`,
    entry("5 Jan 01 12:00 x", "file", 52, "2020-09-13"),
  ],
  ["vsftpd 3.0.3, total", `${VSFTPD} total 4`, entry("total 4", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, arrow in a file's name", `${VSFTPD} a -> b`, entry("a -> b", "file", 52, "2020-09-13")],
  [
    "vsftpd 3.0.3, control characters",
    `${VSFTPD} cr\rin \x01\x1b[31m\x7f\x85\xa0`,
    entry("cr\rin \x01\x1b[31m\x7f\x85\xa0", "file", 52, "2020-09-13"),
  ],
  ["vsftpd 3.0.3, CR at the end", `${VSFTPD} cr at end\r`, entry("cr at end\r", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, U+2028", `${VSFTPD} \xe2\x80\xa8 x`, entry("\xe2\x80\xa8 x", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, 0xff", `${VSFTPD} \xff\xfe-iac.bin`, entry("\xff\xfe-iac.bin", "file", 52, "2020-09-13")],
  ["vsftpd 3.0.3, backslash", `${VSFTPD} back\\slash`, entry("back\\slash", "file", 52, "2020-09-13")],
  [
    "vsftpd 3.0.3, 5 GiB fill the column",
    "-rw-r--r--    1 ftp      ftp      5368709120 Nov 24 01:57 sparse5g",
    entry("sparse5g", "file", 5368709120, "2026-11-24T01:57"),
  ],
  [
    "vsftpd 3.0.3, sticky directory",
    "drwxrwxrwt    2 ftp      ftp          4096 Nov 24 01:57 ...",
    entry("...", "directory", 4096, "2026-11-24T01:57"),
  ],
  [
    "vsftpd 3.0.3, denied",
    "----------    1 ftp      ftp             1 Sep 13  2020 denied.txt",
    entry("denied.txt", "file", 1, "2020-09-13"),
  ],
  [
    "vsftpd 3.0.3, device (its size is always 0)",
    "crw-r--r--    1 ftp      ftp             0 Nov 24 01:57 chardev",
    entry("chardev", "other", null, "2026-11-24T01:57"),
  ],
  [
    "vsftpd 3.0.3, fifo",
    "prw-r--r--    1 ftp      ftp             0 Nov 24 01:57 fifo",
    entry("fifo", "other", 0, "2026-11-24T01:57"),
  ],
  [
    "vsftpd 3.0.3, link",
    "lrwxrwxrwx    1 ftp      ftp            10 Nov 24 01:57 with space link -> target.txt",
    link("with space link", "target.txt", 10, "2026-11-24T01:57"),
  ],
  [
    "ProFTPD 1.3.8, day of one digit",
    "-rw-r--r--   1 0        0               1 Jan  1  1970 epoch",
    entry("epoch", "file", 1, "1970-01-01"),
  ],
  [
    "ProFTPD 1.3.8, an hour ahead",
    "-rw-r--r--   1 0        0               1 Nov 24 02:57 hour ahead",
    entry("hour ahead", "file", 1, "2026-11-24T02:57"),
  ],
  [
    "ProFTPD 1.3.8, socket",
    "srwxr-xr-x   1 0        0               0 Nov 24 01:57 sock",
    entry("sock", "other", 0, "2026-11-24T01:57"),
  ],
  [
    "Pure-FTPd 1.0.50, file",
    "-rw-r--r--    1 0          0                  70 Sep 13  2020 hash#frag;type=a",
    entry("hash#frag;type=a", "file", 70, "2020-09-13"),
  ],
  [
    "Pure-FTPd 1.0.50, name in GBK",
    "-rw-r--r--    1 0          0                  56 Sep 13  2020 \xd6\xd0\xce\xc4\xce\xc4\xbc\xfe.dat",
    entry("\xd6\xd0\xce\xc4\xce\xc4\xbc\xfe.dat", "file", 56, "2020-09-13"),
  ],
  [
    "a Unix server, as ftpparse has it",
    "-rw-r--r--   1 root     other        531 Jan 29 03:26 READ ME",
    entry("READ ME", "file", 531, "2026-01-29T03:26"),
  ],
  [
    "a Unix server without groups, as ftpparse has it",
    "dr-xr-xr-x   2 root     512 Apr  8  1994 etc",
    entry("etc", "directory", 512, "1994-04-08"),
  ],
  [
    "ls, device with two numbers",
    "brw-r-----   1 root     disk       8,   1 Sep 13  2020 sda1",
    entry("sda1", "other", null, "2020-09-13"),
  ],
  [
    "IIS in Unix mode",
    "-rwxrwxrwx   1 owner    group         1803128 Jul 10 10:18 ls-lR.Z",
    entry("ls-lR.Z", "file", 1803128, "2026-07-10T10:18"),
  ],
  [
    "IIS in Unix mode, hour of one digit",
    "dr-xr-xr-x   1 owner    group               0 Nov  9  9:45 Soft lib",
    entry("Soft lib", "directory", 0, "2026-11-09T09:45"),
  ],
  [
    "FileZilla Server 0.9",
    "drwxr-xr-x 1 ftp ftp              0 Jan 03  2012 dir",
    entry("dir", "directory", 0, "2012-01-03"),
  ],
  [
    "WFTPD",
    "-rwxrwxrwx   1 noone    nogroup      322 Aug 19  1996 message.ftp",
    entry("message.ftp", "file", 322, "1996-08-19"),
  ],
  [
    "NetWare, directory",
    "d [R----F--] supervisor            512       Jan 16 18:53    login",
    entry("login", "directory", 512, "2026-01-16T18:53"),
  ],
  [
    "NetWare, file",
    "- [R----F--] rhesus             214059       Oct 20 15:27    cx.exe",
    entry("cx.exe", "file", 214059, "2026-10-20T15:27"),
  ],
  [
    "NetPresenz, file",
    "-------r--         326  1391972  1392298 Nov 22  1995 MegaPhone.sit",
    entry("MegaPhone.sit", "file", 1392298, "1995-11-22"),
  ],
  [
    "NetPresenz, folder",
    "drwxrwxr-x               folder        2 May 10  1996 network",
    entry("network", "directory", 2, "1996-05-10"),
  ],
  [
    "GNU ls with ISO dates",
    "-rw-r--r--   1 root     other        531 2005-06-07 21:22 07-unix-date file",
    entry("07-unix-date file", "file", 531, "2005-06-07T21:22"),
  ],
  [
    "ISO dates with seconds",
    "-rw-r--r-- 1 root root 531 2026-11-24 01:38:15 a.txt",
    entry("a.txt", "file", 531, "2026-11-24T01:38:15"),
  ],
  [
    "day before month",
    "-rw-r--r--   1 root     other        531 24 Nov 2025 a.txt",
    entry("a.txt", "file", 531, "2025-11-24"),
  ],
  [
    "day before month, with a time",
    "-rw-r--r--   1 root     other        531 24 Nov 01:38 a.txt",
    entry("a.txt", "file", 531, "2026-11-24T01:38"),
  ],
  ["ls with an ACL", "-rw-r--r--+ 1 root root 5 Sep 13  2020 acl", entry("acl", "file", 5, "2020-09-13")],
  ["ls with SELinux", "-rw-r--r--. 1 root root 5 Sep 13  2020 selinux", entry("selinux", "file", 5, "2020-09-13")],
  ["ls of macOS", "-rw-r--r--@ 1 me  staff  5 Sep 13  2020 xattr", entry("xattr", "file", 5, "2020-09-13")],
  ["setuid bits", "-rwsr-Sr-T 1 0 0 5 Sep 13  2020 suid", entry("suid", "file", 5, "2020-09-13")],
  [
    "owners of Active Directory",
    "-rw-r--r--   1 DOM\\j doe domain users     531 Sep 13  2020 a.txt",
    entry("a.txt", "file", 531, "2020-09-13"),
  ],
  ["numbers for owners", "-rw-r--r-- 1 24 2020 531 Nov 24 01:38 x", entry("x", "file", 531, "2026-11-24T01:38")],
  [
    "a server that counts in 32 bits",
    "-rw-r--r--   1 0        0        -2147483648 Sep 13  2020 big",
    entry("big", "file", null, "2020-09-13"),
  ],
];

describe("a line of a Unix LIST", () => {
  it.each(SERVERS)("is read as printed by %s", (_server, line, expected) => {
    expect(parseUnixLine(line, NOW)).toEqual(expected);
  });

  it.each(["total 4", "Total: 12"])("may be a sum of blocks: %s", (line) => {
    expect(parseUnixLine(line, NOW)).toBe("sum");
  });

  it.each([
    ["the own directory", "drwxr-xr-x    2 ftp      ftp          4096 Nov 24 01:57 ."],
    ["the parent", "drwxr-xr-x   17 ftp      ftp          4096 Nov 24 01:57 .."],
  ])("carries no entry when it is %s", (_what, line) => {
    expect(parseUnixLine(line, NOW)).toBe("ignored");
  });

  it.each([
    ["the rest of a name with a line feed", "in name"],
    ["an error of ls", "ls: cannot open directory '.': Permission denied"],
    ["z/OS, heading", "Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname"],
    ["z/OS, data set", "WYOSPT 3420   2003/05/21  1  200  FB      80  8053  PS  48-MVS.FILE"],
    ["z/OS, partitioned data set", "WPTA01 3290   2004/03/04  1    3  FB      80  3125  PO  49-MVS.DATASET"],
    ["z/OS, migrated data set", "Migrated                                                OLD.DATA"],
    ["VMS", "CII-MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [ANONYMOU,ANONYMOUS]   (RWED,RWED,,)"],
    ["EPLF (anonftpd, publicfile)", "+i8388621.44468,m839956783,r,s10376,\tRFCEPLF"],
    ["Conent", "-C--E-----FTS B BCC3I1       7670  1294495 Jan 13 07:42 43-conent file"],
    ["VxWorks", "2048    Feb-28-1998  05:23:30   47-nortel-vxworks dir <DIR>"],
    ["IIS in DOS mode", "04-27-00  09:09PM       <DIR>          licensed"],
    ["a size that is no number of bytes", "-rw-r--r--   1 root     other  33.5k Oct 5 21:22 08-unix-namedsize file"],
    ["ls --full-time", "-rw-r--r-- 1 root root 5 2020-09-13 12:26:40.000000000 +0000 a.txt"],
    ["ls that could not look", "-????????? ? ? ? ?            ? a.txt"],
    ["a cut line", "-rw-r--r--    1 ftp      ftp            52 Sep 13  20"],
    ["a line without a name", "-rw-r--r--    1 ftp      ftp            52 Sep 13  2020 "],
    ["nothing", ""],
  ])("is rejected, not misread, when it is %s", (_what, line) => {
    expect(parseUnixLine(line, NOW)).toBe("rejected");
  });

  it("does not search long in a hostile line", () => {
    const line = `-rw-r--r-- ${"1 ".repeat(500_000)}Sep 13  2020 x`;
    expect(parseUnixLine(line, NOW)).toBe("rejected");
  });
});

describe("a link in a Unix LIST", () => {
  const read = (size: number, text: string) =>
    parseUnixLine(`lrwxrwxrwx   1 0        0        ${size} Nov 24 01:57 ${text}`, NOW);

  it.each([
    ["whose name has an arrow (ProFTPD 1.3.8)", 10, "link -> twice -> denied.txt", "link -> twice", "denied.txt"],
    ["whose target has an arrow (ProFTPD 1.3.8)", 6, "plainlink -> t -> u", "plainlink", "t -> u"],
    ["where both have one (vsftpd 3.0.3)", 6, "x -> y -> a -> b", "x -> y", "a -> b"],
    ["with spaces at the ends (Pure-FTPd 1.0.50)", 6, "link  -> today ", "link ", "today "],
    ["with spaces before the target (Pure-FTPd 1.0.50)", 6, "spt ->   lead", "spt", "  lead"],
    ["with bytes outside of ASCII", 3, "toff -> \xff\xfe\t", "toff", "\xff\xfe\t"],
    ["of a server that says 0", 0, "a -> b -> c", "a", "b -> c"],
    ["of a server that gives the file's size", 4096, "a -> b -> c", "a", "b -> c"],
  ])("%s is split where its size says, else at the first arrow", (_what, size, text, name, target) => {
    expect(read(size, text)).toEqual(link(name, target, size, "2026-11-24T01:57"));
  });

  it("has no target when the server shows none", () => {
    expect(read(3, "alone")).toEqual(entry("alone", "link", 3, "2026-11-24T01:57"));
  });
});

describe("a date without a year", () => {
  const dated = (date: string, now: string) => {
    const parsed = parseUnixLine(`-rw-r--r-- 1 0 0 5 ${date} x`, new Date(now));
    return typeof parsed === "string" ? parsed : parsed.modified;
  };

  it.each([
    ["is of this year when it has been", "May 28 01:57", "2026-11-24T02:00:00Z", "2026-05-28T01:57"],
    ["is of last year when it is still to come", "Dec 24 18:00", "2026-11-24T02:00:00Z", "2025-12-24T18:00"],
    ["may be up to a day ahead, for other zones", "Nov 25 02:00", "2026-11-24T02:00:00Z", "2026-11-25T02:00"],
    ["is not more than a day ahead", "Nov 25 02:01", "2026-11-24T02:00:00Z", "2025-11-25T02:01"],
    ["is of the past also where `ls` would show a year", "Jan 16 18:53", "2026-11-24T02:00:00Z", "2026-01-16T18:53"],
    ["may be of next year on New Year's Eve", "Jan  1 08:00", "2026-12-31T20:00:00Z", "2027-01-01T08:00"],
    ["is of the old year just after New Year", "Dec 31 23:59", "2027-01-01T00:10:00Z", "2026-12-31T23:59"],
    ["is of a leap year on 29 February", "Feb 29 12:00", "2026-11-24T02:00:00Z", "2024-02-29T12:00"],
    ["is of a leap year also after 2100", "Feb 29 12:00", "2103-11-24T02:00:00Z", "2096-02-29T12:00"],
  ])("%s", (_what, date, now, expected) => {
    expect(dated(date, now)).toBe(expected);
  });

  it.each(["Feb 30 12:00", "Nov 24 24:00", "Nov 24 01:60", "Feb 29  2025", "Nov  0  2025"])(
    "is unknown when there is no such moment: %s",
    (date) => {
      expect(dated(date, "2026-11-24T02:00:00Z")).toBeNull();
    },
  );
});
