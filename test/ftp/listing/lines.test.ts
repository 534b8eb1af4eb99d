import { describe, expect, it } from "vitest";
import { ListingLines } from "../../../src/ftp/listing/lines.ts";
import { heapBytes } from "../../heap.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

function cut(chunks: Iterable<Uint8Array>, maxLineBytes = 100): { lines: string[]; overlong: string[] } {
  const lines: string[] = [];
  const overlong: string[] = [];
  const splitter = new ListingLines({ maxLineBytes, onOverlong: (head) => overlong.push(head) });
  const keep = (line: string) => lines.push(line);
  for (const chunk of chunks) splitter.push(chunk, keep);
  splitter.end(keep);
  return { lines, overlong };
}

describe("the lines of a listing", () => {
  it("that are kept hold on to little of what came with them, also of a hostile server", () => {
    const text = `kept as a line of some length\r\n${"not kept\r\n".repeat(6_500)}`;
    const kept: string[] = [];
    const splitter = new ListingLines({ maxLineBytes: 100 });
    const before = heapBytes();
    for (let chunk = 0; chunk < 1_000; chunk++) {
      splitter.push(bytes(text), (line) => {
        if (line.startsWith("kept")) kept.push(line.slice("kept ".length));
      });
    }
    // Their chunks are 65 MB.
    expect(heapBytes() - before).toBeLessThan(4 * 1024 ** 2);
    expect(kept).toHaveLength(1_000);
  });

  it("end at CR LF or at LF", () => {
    expect(cut([bytes("a\r\nb\nc\r\n")]).lines).toEqual(["a", "b", "c"]);
  });

  it("keep every CR but the one before LF", () => {
    expect(cut([bytes("a\rb\r\nc\r\r\n\rd\n")]).lines).toEqual(["a\rb", "c\r", "\rd"]);
  });

  it("keep every byte", () => {
    const all = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte))
      .filter((character) => character !== "\n")
      .join("");
    expect(cut([bytes(`${all}\r\n`)], 256).lines).toEqual([all]);
  });

  it("are the same wherever chunks are cut", () => {
    const text = "one\r\ntwo\rx\r\r\n\r\n\n tail \r\nlast";
    for (let first = 0; first <= text.length; first++) {
      for (let second = first; second <= text.length; second++) {
        const chunks = [text.slice(0, first), text.slice(first, second), text.slice(second)].map(bytes);
        expect(cut(chunks).lines).toEqual(["one", "two\rx\r", "", "", " tail ", "last"]);
      }
    }
  });

  it("are read from a view into a larger buffer, which may be used again", () => {
    const buffer = bytes("xxab\r\ncdyy");
    const lines: string[] = [];
    const splitter = new ListingLines({ maxLineBytes: 10 });
    splitter.push(buffer.subarray(2, 8), (line) => lines.push(line));
    buffer.fill(0);
    splitter.end((line) => lines.push(line));
    expect(lines).toEqual(["ab", "cd"]);
  });

  it("include a last one without a line end, once", () => {
    const lines: string[] = [];
    const splitter = new ListingLines({ maxLineBytes: 10 });
    splitter.push(bytes("a\nb"), (line) => lines.push(line));
    splitter.end((line) => lines.push(line));
    splitter.end((line) => lines.push(line));
    expect(lines).toEqual(["a", "b"]);
  });

  it("may be exactly as long as allowed", () => {
    expect(cut([bytes("12345\r\n12345\n12345")], 5)).toEqual({ lines: ["12345", "12345", "12345"], overlong: [] });
  });

  it("are told of once when they are longer, and those behind are read", () => {
    for (const size of [1, 2, 3, 100]) {
      const text = "ok\r\n1234567890\r\n123456\nok too\r1234567";
      const chunks = (text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? []).map(bytes);
      expect(cut(chunks, 5)).toEqual({ lines: ["ok"], overlong: ["12345", "12345", "ok to"] });
    }
  });

  it("cost no more memory or time than the limit when 10 MiB have no line end", () => {
    const chunk = bytes("x".repeat(65_536));
    const { lines, overlong } = cut([...Array.from({ length: 160 }, () => chunk), bytes("\nnext\n")], 1000);
    expect(lines).toEqual(["next"]);
    expect(overlong).toEqual(["x".repeat(1000)]);
  });

  it("come together from 100,000 chunks of a byte", () => {
    const chunks = Array.from({ length: 100_000 }, () => bytes("y"));
    expect(cut(chunks, 100_000).lines).toEqual(["y".repeat(100_000)]);
  });
});
