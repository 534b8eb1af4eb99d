/**
 * Why a file can't lie under this name below its server's folder, in words for people; undefined if it can. Decided on the name alone,
 * without a look at the disk.
 *
 * @param name relative to the server's folder, `/` between its parts
 * @param rawName the bytes that the file gets on disk where they differ from `name` in UTF-8; they alone are judged then
 */
export function unsafeReason(
  name: string,
  rawName?: Uint8Array,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const spelled = rawName === undefined ? name : Buffer.from(rawName).toString("latin1");
  if (/[\0\r\n]/.test(spelled)) return "a NUL or line end inside a name";
  if (spelled.startsWith("/")) return "an absolute name";
  for (const part of spelled.split("/")) {
    const length = rawName === undefined ? byteLength(part) : part.length;
    const reason = unsafePart(part, length) ?? (platform === "win32" ? unsafeOnWindows(part) : undefined);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** The same for a server's name, which is one folder's. */
export function unsafeServerReason(server: string): string | undefined {
  return server.includes("/") ? "a / inside a server's name" : unsafeReason(server);
}

/** NAME_MAX of Linux, macOS and the BSDs; other file systems allow 255 characters. */
const LONGEST_PART_bytes = 255;

/** UTF-8 needs at most three bytes for a UTF-16 unit, so short parts need no counting. */
function byteLength(part: string): number {
  return part.length * 3 <= LONGEST_PART_bytes ? part.length : Buffer.byteLength(part);
}

function unsafePart(part: string, length: number): string | undefined {
  if (part === "") return "an empty name";
  if (length > LONGEST_PART_bytes) return `a name of more than ${LONGEST_PART_bytes} bytes`;
  if (!part.startsWith(".")) return undefined;
  if (part === "." || part === "..") return `${part} as a name`;
  if (/^\.[0-9a-f]{16}\.fh-part$/.test(part)) return "the name of our own unfinished files";
  return /^\..+\.fh-lock(-[-0-9a-z]+)?$/s.test(part) ? "the name of our own locks" : undefined;
}

/** "Naming Files, Paths, and Namespaces" in Microsoft's documentation. */
function unsafeOnWindows(part: string): string | undefined {
  if (/[\u0000-\u001f<>:"|?*\\]/.test(part)) return "a character that Windows does not allow in names";
  if (/[. ]$/.test(part)) return "a dot or space at the end, which Windows takes away";
  const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(part.replaceAll(" ", ""));
  return device ? "the name of a device on Windows" : undefined;
}
