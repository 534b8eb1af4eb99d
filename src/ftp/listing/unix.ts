import { isoDate, isoTime } from "./calendar.ts";
import type { Entry, LineParser } from "./entry.ts";
import { exactSize } from "./size.ts";

/** `ls -l` as FTP servers print it: mode, links, owner, group, size, date and, after one space, the name. */
export const parseUnixLine: LineParser = (line, now) => {
  const head = HEAD.exec(line.length > HEAD_LIMIT ? line.slice(0, HEAD_LIMIT) : line);
  if (head === null) return TOTAL.test(line) ? "sum" : "rejected";
  const letter = head[GROUP.type] ?? "";
  const name = nameAfter(line, head[GROUP.all] ?? "", head[GROUP.rights]);
  if (name === "") return "rejected";
  const kind = KINDS[letter] ?? "other";
  if (kind === "directory" && (name === "." || name === "..")) return "ignored";
  const size = letter === "b" || letter === "c" ? null : exactSize(head[GROUP.size] ?? "");
  const entry: Entry = { name, kind, size, modified: modified(head, now) };
  return kind === "link" ? { ...entry, ...splitLink(name, size) } : entry;
};

const TOTAL = /^total:? +\d+$/i;

const KINDS: Readonly<Record<string, Entry["kind"]>> = { "-": "file", d: "directory", l: "link" };

/** All before the name must stand in so many bytes, so that a hostile line can't make the search long. */
const HEAD_LIMIT = 400;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = `(?:${MONTHS.join("|")})`;
const CLOCK = "\\d{1,2}:\\d{2}";
const DATES = [
  `(${MONTH}) +(\\d{1,2}) +(?:(${CLOCK})|(\\d{4}))`,
  `(\\d{1,2}) +(${MONTH}) +(?:(${CLOCK})|(\\d{4}))`,
  `(\\d{4}-\\d{2}-\\d{2}) +(\\d{2}:\\d{2}(?::\\d{2})?)`,
].join("|");

/**
 * What stands between mode and size is not looked at: a group may be missing, an owner may have spaces. The first size with a
 * date behind it counts, since a name may look like a date and an owner won't. A size may be negative (32-bit servers) and
 * two numbers (devices). NetWare prints rights instead of a mode: `- [R----F--] owner`.
 */
const HEAD = new RegExp(
  `^(([-dlbcpsD])(?:[-rwxsStTlL]{9}[+.@]?|( ?\\[[-A-Z]{1,10}\\]))(?: [^]*?)? (?:\\d+, *)?(-?\\d+) +(?:${DATES})) `,
  "i",
);

/** The groups of `HEAD`. An object that has them by name takes as long to make as the search, for each line. */
const GROUP = {
  ...{ all: 1, type: 2, rights: 3, size: 4 },
  ...{ month: 5, day: 6, clock: 7, year: 8 },
  ...{ day2: 9, month2: 10, clock2: 11, year2: 12 },
  ...{ iso: 13, isoClock: 14 },
} as const;

/**
 * Exactly one space stands between date and name: the others are the name's. Except NetWare's columns, which are wider.
 */
function nameAfter(line: string, all: string, rights: string | undefined): string {
  const name = line.slice(all.length + 1);
  return rights === undefined ? name : name.replace(/^ +/, "");
}

/**
 * A link's size is its target's length in bytes: that finds the arrow when the name or the target has one too. Where it does
 * not fit (servers that follow the link, or say 0), the first arrow counts.
 */
function splitLink(text: string, size: number | null): { name: string; target?: string } {
  const bySize = size === null ? -1 : text.length - size - ARROW.length;
  const at = bySize > 0 && text.startsWith(ARROW, bySize) ? bySize : text.indexOf(ARROW, 1);
  return at < 0 ? { name: text } : { name: text.slice(0, at), target: text.slice(at + ARROW.length) };
}

const ARROW = " -> ";

function modified(head: RegExpExecArray, now: Date): string | null {
  const iso = head[GROUP.iso];
  if (iso !== undefined) return isoModified(iso, head[GROUP.isoClock] ?? "");
  const month = MONTHS.indexOf((head[GROUP.month] ?? head[GROUP.month2] ?? "").toLowerCase()) + 1;
  const day = Number(head[GROUP.day] ?? head[GROUP.day2]);
  const year = head[GROUP.year] ?? head[GROUP.year2];
  if (year !== undefined) return isoDate({ year: Number(year), month, day }) ?? null;
  return mostRecent(month, day, head[GROUP.clock] ?? head[GROUP.clock2] ?? "", now);
}

function isoModified(date: string, clock: string): string | null {
  const [year, month, day] = date.split("-").map(Number);
  const [hour, minute, second] = clock.split(":").map(Number);
  const real = isoDate({ year: year ?? 0, month: month ?? 0, day: day ?? 0 }) !== undefined;
  return real && isoTime(hour ?? 24, minute ?? 60) !== undefined && (second ?? 0) < 60 ? `${date}T${clock}` : null;
}

/**
 * The most recent such moment that is not more than a day ahead: the server's zone and clock may differ from ours. Pure-FTPd and ProFTPD
 * also leave the year out for files of the future, which come out a year too old. They could be told from old ones only if every server
 * showed a year after half a year, as `ls` does, which nobody promises; and files of the past are many more. Both servers have MLSD, which
 * is asked for first.
 */
function mostRecent(month: number, day: number, clock: string, now: Date): string | null {
  const colon = clock.indexOf(":");
  const hour = Number(clock.slice(0, colon));
  const minute = Number(clock.slice(colon + 1));
  const time = isoTime(hour, minute);
  if (time === undefined) return null;
  const latest_ms = now.getTime() + DAY_MS;
  const thisYear = now.getUTCFullYear();
  for (let year = thisYear + 1; year > thisYear - LEAP_YEARS_APART; year--) {
    if (Date.UTC(year, month - 1, day, hour, minute) > latest_ms) continue;
    const date = isoDate({ year, month, day });
    if (date !== undefined) return `${date}T${time}`;
  }
  return null;
}

const DAY_MS = 86_400_000;
/** 29 February comes back within so many years, also around 2100. */
const LEAP_YEARS_APART = 9;
