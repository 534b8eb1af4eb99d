import type { Spelling } from "./realFolders.ts";

/**
 * Why a file can't lie under this name below its server's folder, in words for people; undefined if it can. Decided on the name alone,
 * without a look at the disk.
 *
 * @param name relative to the server's folder, `/` between its parts
 * @param rawName the bytes that the file gets on disk where they differ from `name` in UTF-8; they alone are judged then
 * @param longest_bytes of one part of the name, `max_name`; never more than what disks take
 */
export function unsafeReason(
  name: string,
  rawName?: Uint8Array,
  longest_bytes = LONGEST_PART_bytes,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const most_bytes = Math.min(longest_bytes, LONGEST_PART_bytes);
  if (rawName === undefined && platform !== "win32" && name.length * 3 <= most_bytes && PLAIN.test(name))
    return undefined;
  const spelled = rawName === undefined ? name : Buffer.from(rawName).toString("latin1");
  if (/[\0\r\n]/.test(spelled)) return "a NUL or line end inside a name";
  if (spelled.startsWith("/")) return "an absolute name";
  for (const part of spelled.split("/")) {
    if (isLonger(part, rawName === undefined ? "utf8" : "latin1", most_bytes))
      return `a name of more than ${most_bytes} bytes${most_bytes < LONGEST_PART_bytes ? " (max_name)" : ""}`;
    const reason = unsafePart(part) ?? (platform === "win32" ? unsafeOnWindows(part) : undefined);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Most names: no part is empty or begins with a dot. One look tells what takes a dozen for the others. */
const PLAIN = /^[^./\0\r\n][^/\0\r\n]*(\/[^./\0\r\n][^/\0\r\n]*)*$/;

/** The same for a server's name, which is one folder's. */
export function unsafeServerReason(server: string): string | undefined {
  return server.includes("/") ? "a / inside a server's name" : unsafeReason(server);
}

/** NAME_MAX of Linux, macOS and the BSDs; other file systems allow 255 characters. */
const LONGEST_PART_bytes = 255;

/** UTF-8 needs at most three bytes for a UTF-16 unit, so short texts need no counting. */
export function isLonger(text: string, spelling: Spelling, than_bytes: number): boolean {
  if (spelling === "latin1") return text.length > than_bytes;
  return text.length * 3 > than_bytes && Buffer.byteLength(text) > than_bytes;
}

function unsafePart(part: string): string | undefined {
  if (part === "") return "an empty name";
  if (!part.startsWith(".")) return undefined;
  if (part === "." || part === "..") return `${part} as a name`;
  return OURS.find(([pattern]) => pattern.test(part))?.[1];
}

/** Whatever the case of their letters: there are disks to which that is the same name. */
const OURS = [
  [/^\.[0-9a-f]{16}(-[0-9a-f]{8})?\.fh-part$/iu, "the name of our own unfinished files"],
  [/^\..+\.fh-lock(-[-0-9a-z]+)?$/isu, "the name of our own locks"],
  [/^\..+\.fh-parts$/isu, "the name of our own notes"],
  [/^\.(.+\.)?fh-probe-.{1,3}$/isu, "the name of our own probes of disks"],
] as const;

/** "Naming Files, Paths, and Namespaces" in Microsoft's documentation. */
function unsafeOnWindows(part: string): string | undefined {
  if (/[\u0000-\u001f<>:"|?*\\]/.test(part)) return "a character that Windows does not allow in names";
  if (/[. ]$/.test(part)) return "a dot or space at the end, which Windows takes away";
  const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i.test(part.replaceAll(" ", ""));
  return device ? "the name of a device on Windows" : undefined;
}
