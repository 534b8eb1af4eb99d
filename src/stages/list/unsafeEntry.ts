import type { ServerSettings } from "../../config/server.ts";
import type { Names, WireName } from "../../ftp/names.ts";
import { unsafeReason } from "../../sink/safeName.ts";

/** PATH_MAX of Linux: no file lies deeper, and an endless tree of long names makes records no longer than that. */
const LONGEST_PATH_BYTES = 4096;

/** Why an entry of a folder can't lie here, under its text or its bytes, as it would; undefined if it can. */
export function unsafeEntry(
  { name, path }: { readonly name: WireName; readonly path: WireName },
  names: Names,
  { local_names, max_name }: Pick<ServerSettings, "local_names" | "max_name">,
): string | undefined {
  if (name.includes("/")) return "a / inside a name";
  if (path.length > LONGEST_PATH_BYTES) return `a path of more than ${LONGEST_PATH_BYTES} bytes`;
  const { text, exact } = names.decode(name);
  const asBytes = () => unsafeReason(text, Buffer.from(name, "latin1"), max_name);
  if (!exact || local_names === "bytes") return asBytes();
  const reason = unsafeReason(text, undefined, max_name);
  if (reason === undefined || asBytes() !== undefined) return reason;
  // Chinese takes two bytes a character in GBK and three in UTF-8.
  return `${reason}; \`local_names: bytes\` keeps it`;
}
