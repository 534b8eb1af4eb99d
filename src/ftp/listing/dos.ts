import { isoDate, isoTime } from "./calendar.ts";
import type { Entry, LineParser } from "./entry.ts";
import { exactSize } from "./size.ts";

/** `dir` as IIS prints it: `04-27-00  09:09PM       <DIR>          licensed`; also four-digit years and 24 hours. */
export const parseDosLine: LineParser = (line) => {
  const match = HEAD.exec(line)?.groups;
  if (match === undefined) return "rejected";
  const tag = match["tag"]?.toUpperCase();
  const name = nameAfter(line.slice(match["all"]?.length), tag);
  if (name === "") return "rejected";
  const modified = toModified(match);
  if (tag === undefined) return { name, kind: "file", size: exactSize(match["size"] ?? ""), modified };
  if (tag !== "<DIR>") return { kind: "link", size: null, modified, ...splitLink(name) };
  return name === "." || name === ".." ? "ignored" : { name, kind: "directory", size: null, modified };
};

const HEAD =
  /^(?<all>(?:(?<month>\d\d)-(?<day>\d\d)-(?<year>\d{4}|\d\d)|(?<iso>\d{4}-\d\d-\d\d)) +(?<hour>\d{1,2}):(?<minute>\d\d) ?(?<half>[AP]M)? +(?:(?<tag><(?:DIR|JUNCTION|SYMLINKD?)>)|(?<size>\d+)) )/i;

/** A tag and the spaces behind it fill so many columns, then comes the name; behind a size it is one space. */
const TAG_COLUMNS = 15;

/** `rest` begins after the first space behind tag or size. */
function nameAfter(rest: string, tag: string | undefined): string {
  if (tag === undefined) return rest;
  const padding = TAG_COLUMNS - tag.length - 1;
  return rest.startsWith(" ".repeat(padding)) ? rest.slice(padding) : rest.replace(/^ +/, "");
}

/** `dir` shows links as `name [C:\target]`. */
function splitLink(text: string): Pick<Entry, "name" | "target"> {
  const at = text.endsWith("]") ? text.lastIndexOf(" [") : -1;
  return at < 1 ? { name: text } : { name: text.slice(0, at), target: text.slice(at + 2, -1) };
}

type Groups = Readonly<Record<string, string | undefined>>;

function toModified(match: Groups): string | null {
  const [year, month, day] = (match["iso"] ?? `${fullYear(match["year"] ?? "")}-${match["month"]}-${match["day"]}`)
    .split("-")
    .map(Number);
  const date = isoDate({ year: year ?? 0, month: month ?? 0, day: day ?? 0 });
  const time = isoTime(hourOfDay(Number(match["hour"]), match["half"]?.toUpperCase()), Number(match["minute"]));
  return date === undefined || time === undefined ? null : `${date}T${time}`;
}

/** Two digits count from 1970, the oldest time that Windows' FTP servers show, to 2069. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}

/** 12AM is midnight, 12PM noon. */
function hourOfDay(hour: number, half: string | undefined): number {
  return half === undefined ? hour : (hour % 12) + (half === "PM" ? 12 : 0);
}
