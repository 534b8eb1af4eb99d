/** Lines of LIST as running servers sent them; the names say which. Bytes as latin1. */
export const LIST_LINES = [
  "-rw-r--r--    1 ftp      ftp            52 Sep 13  2020  vsftpd 3.0.3",
  "-rw-r--r--    1 ftp      ftp      5368709120 Nov 24 01:57 vsftpd sparse5g",
  "drwxrwxrwt    2 ftp      ftp          4096 Nov 24 01:57 vsftpd dir",
  "lrwxrwxrwx    1 ftp      ftp            10 Nov 24 01:57 vsftpd link -> target.txt",
  "crw-r--r--    1 ftp      ftp             0 Nov 24 01:57 vsftpd chardev",
  "-rw-r--r--   1 domain users 1  90 Feb 29 23:59 ProFTPD 1.3.8",
  "brw-r--r--   1 root     disk       8,   1 Nov 24 01:57 ProFTPD blockdev",
  "-rw-r--r--    1 0          0                  70 Sep 13  2020 Pure-FTPd caf\xc3\xa9",
  "- [R----F--] rsm                    300 Nov 15 13:45   NetWare",
  "-rw-r--r--   1 owner   group   5 2026-11-24 01:57 ISO",
  "04-27-00  09:09PM       <DIR>          IIS dir",
  "04-14-2000  15:47                  589 IIS file",
  "11-24-26  02:48AM       <SYMLINKD>     IIS link [C:\\target]",
];

/** Lines of MLSD, of the same servers. */
export const MLSD_LINES = [
  "modify=20261124015745;perm=adfr;size=90;type=file;unique=FE00U20E0E9;UNIX.group=0;UNIX.mode=0644; ProFTPD 1.3.8",
  "modify=20261124015745;perm=dfr;size=10;type=OS.unix=slink:/my files/a=b;UNIX.group=0; ProFTPD link",
  "modify=20261124015745;size=3;type=file;UNIX.groupname=domain users;UNIX.ownername=dom\\j doe; ProFTPD group",
  "type=file;size=70;modify=20200913124700;UNIX.mode=0644;UNIX.uid=0;unique=fe00g20e0e8; Pure-FTPd#frag;type=a",
  "type=dir;sizd=4096;modify=20261124015745;UNIX.mode=0755; Pure-FTPd dir",
  "type=file;modify=20130326153845.123;size=1234; fractions",
  "Type=OS.unix=chr-13/29;Perm=;Unique=keVO1+5G4; RFC 3659 device",
  "type=file;size=5 no last semicolon",
];
