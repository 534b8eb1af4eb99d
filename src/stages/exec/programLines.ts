import type { Readable } from "node:stream";

/** Longer lines are cut: what people read, and what is held of one that does not end. */
const LONGEST_LINE = 500;

/** Shows each line of a text, at its end the last one too. Blank ones are left out; a carriage return ends a line (progress bars). */
export function eachLine(stream: Readable, show: (line: string) => void): void {
  const showCut = (line: string) => {
    if (line.trim() !== "") show(line.slice(0, LONGEST_LINE));
  };
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split(/[\r\n]+/);
    rest = (lines.pop() ?? "").slice(0, LONGEST_LINE);
    for (const line of lines) showCut(line);
  });
  stream.on("end", () => showCut(rest));
}
