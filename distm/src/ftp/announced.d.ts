import type { Reply } from "./replyFault.ts";
/**
 * How many bytes a server says that it sends, in its 150: `150 Opening BINARY mode data connection for a.bin (1234 bytes)`. RFC 959 has no
 * form for it. After REST it is the whole file's size (vsftpd) or the rest's (ProFTPD). `name`, or its end, may itself say something of bytes.
 */
export declare function announcedBytes(reply: Reply, name: string): number | undefined;
/** How many lines of a listing a server says that it has sent: `226 7 matches total` (Pure-FTPd). */
export declare function announcedLines(reply: Reply): number | undefined;
