import type { ServerSettings } from "../../config/server.ts";
import type { Names, WireName } from "../../ftp/names.ts";
import { unsafeReason } from "../../sink/safeName.ts";

/** Why an entry of a folder can't lie here, under its text or its bytes, as it would; undefined if it can. */
export function unsafeEntry(
  name: WireName,
  names: Names,
  local_names: ServerSettings["local_names"],
): string | undefined {
  if (name.includes("/")) return "a / inside a name";
  const { text, exact } = names.decode(name);
  if (!exact || local_names === "bytes") return unsafeReason(text, bytesOf(name));
  const reason = unsafeReason(text);
  if (reason === undefined || unsafeReason(text, bytesOf(name)) !== undefined) return reason;
  // Chinese takes two bytes a character in GBK and three in UTF-8.
  return `${reason}; \`local_names: bytes\` keeps it`;
}

function bytesOf(name: WireName): Uint8Array {
  return Buffer.from(name, "latin1");
}
