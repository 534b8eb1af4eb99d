import type { Entry, LineParser } from "./entry.ts";
import { exactSize } from "./size.ts";
import { utcTime } from "./utcTime.ts";

/** MLSD: `fact=value;fact=value; name` (RFC 3659 §7.2). Facts that make no sense are null; without a type a line is rejected. */
export const parseMlsdLine: LineParser = (line) => {
  const facts = readFacts(line, line.startsWith(" ") ? 1 : 0); // some servers indent, as in the reply to MLST
  if (facts === undefined || facts.name === "") return "rejected";
  const type = facts.type.toLowerCase();
  if (type === "cdir" || type === "pdir") return "ignored";
  if (type === "dir" && (facts.name === "." || facts.name === "..")) return "ignored";
  return toEntry(facts, type);
};

interface Facts {
  type: string;
  size: string;
  modify: string;
  name: string;
}

/** Reads facts until the one space that stands before the name, which may itself have spaces, `;` and `=` anywhere. */
function readFacts(line: string, from: number): Facts | undefined {
  const facts: Facts = { type: "", size: "", modify: "", name: "" };
  let at = from;
  while (line[at] !== " ") {
    const equals = line.indexOf("=", at);
    if (equals < 0) return undefined;
    const fact = line.slice(at, equals).toLowerCase();
    const end = valueEnd(line, fact, equals + 1);
    if (end < 0 || fact.includes(" ")) return undefined;
    const value = line.slice(equals + 1, end);
    if (fact === "type" || fact === "size" || fact === "modify") facts[fact] = value;
    at = line[end] === ";" ? end + 1 : end;
  }
  facts.name = line.slice(at + 1);
  return facts.type === "" ? undefined : facts;
}

/**
 * Where a value ends: at its `;`, or at the space before the name, for servers that leave out the last `;`. Values have no
 * spaces (RFC 3659 §7.2), but links' targets and the names of owners and groups do: ProFTPD, `UNIX.groupname=domain users;`.
 */
function valueEnd(line: string, fact: string, from: number): number {
  const semicolon = line.indexOf(";", from);
  if (
    semicolon >= 0 &&
    ((fact.startsWith("unix.") && TEXT_FACT.test(fact)) ||
      (fact === "type" && SLINK.test(line.slice(from, from + SLINK_LENGTH))))
  ) {
    return semicolon;
  }
  // Not looked for behind the semicolon: a line may have thousands of facts and no space.
  const space = semicolon < 0 ? line.indexOf(" ", from) : line.slice(from, semicolon).indexOf(" ");
  if (semicolon < 0) return space;
  return space < 0 ? semicolon : from + space;
}

const TEXT_FACT = /^unix\.(?:owner|group|user)/;
const SLINK = /^os\.unix=(?:slink|symlink):/i;
const SLINK_LENGTH = "os.unix=symlink:".length;

function toEntry(facts: Facts, type: string): Entry {
  const { name } = facts;
  const [size, modified] = [exactSize(facts.size), utcTime(facts.modify)];
  if (type === "file") return { name, kind: "file", size, modified };
  if (type === "dir") return { name, kind: "directory", size, modified };
  const link = LINK.exec(facts.type);
  if (link === null) return { name, kind: "other", size, modified }; // Pure-FTPd: type=unknown; RFC 3659 §7.7.4: OS.unix=chr-13/29
  const target = link[1] ?? "";
  const entry: Entry = { name, kind: "link", size, modified };
  return target === "" ? entry : { ...entry, target }; // Pure-FTPd 1.0.50: `slink:`, no target
}

const LINK = /^os\.unix=(?:slink|symlink)(?::(.*))?$/is;
