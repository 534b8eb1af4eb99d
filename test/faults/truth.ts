/** A folder on servers that is a link here, to a folder outside. */
export const TRAP = "trap";

/** The longest name of a file, in bytes. */
const LONGEST_NAME = 255;

/** Whether a file can lie here under the name that it has on the server. */
export function canLieHere(path: string): boolean {
  const parts = path.slice(1).split("/");
  return parts[0] !== TRAP && parts.every(isSafe);
}

function isSafe(part: string): boolean {
  if (part === ".." || part === "" || part.includes("\0")) return false;
  return Buffer.byteLength(part) <= LONGEST_NAME && !isOurs(part);
}

/** Names that the toolkit keeps for itself: unfinished files, locks, notes. */
function isOurs(part: string): boolean {
  return /^\..+\.fh-(part|parts|lock)$/.test(part);
}

/** A path as a scripted server has it: its bytes, a character each. */
export function wire(text: string): string {
  return Buffer.from(text).toString("latin1");
}

/** What a scripted server's path means. */
export function textOfWire(path: string): string {
  return Buffer.from(path, "latin1").toString();
}
