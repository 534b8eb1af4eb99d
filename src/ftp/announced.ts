import type { Reply } from "./replyFault.ts";

/**
 * How many bytes a server says that it sends, in its 150: `150 Opening BINARY mode data connection for a.bin (1234 bytes)`. RFC 959 has no
 * form for it. After REST it is the whole file's size (vsftpd) or the rest's (ProFTPD). `name`, or its end, may itself say something of bytes.
 */
export function announcedBytes(reply: Reply, name: string): number | undefined {
  const shown = [name, name.slice(name.lastIndexOf("/") + 1)].find((one) => one !== "" && reply.text.includes(one));
  const said = shown === undefined ? reply.text : reply.text.replaceAll(shown, "");
  const bytes = BYTES.exec(said)?.[1];
  return bytes === undefined ? undefined : Number(bytes);
}

/** Not `6.0 kbytes to download`, and not the end of `1,234 bytes`. */
const BYTES = /(?<![\d.,])(\d{1,15}) bytes\b/;

/** How many lines of a listing a server says that it has sent: `226 7 matches total` (Pure-FTPd). */
export function announcedLines(reply: Reply): number | undefined {
  const lines = /\b(\d{1,9}) matches total\b/.exec(reply.text)?.[1];
  return lines === undefined ? undefined : Number(lines);
}
